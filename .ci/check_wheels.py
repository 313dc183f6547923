"""Check that each built wheel holds its package's files, its licence, and nothing else."""

from __future__ import annotations

import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def find_faults(folder: Path, wheels: Path) -> list[str]:
    """What is wrong with the wheel of the project in a folder."""
    text = (folder / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    package = project["name"].replace("-", "_")
    found = list(wheels.glob(f"{package}-{project['version']}-*.whl"))
    if len(found) != 1:
        return [f"{project['name']}: {len(found)} wheels instead of one"]
    with zipfile.ZipFile(found[0]) as wheel:
        held = set(wheel.namelist())
    source = folder / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    meta = f"{package}-{project['version']}.dist-info/"
    wanted |= {meta + name for name in ("METADATA", "RECORD", "WHEEL")}
    wanted |= {f"{meta}licenses/{name}" for name in project["license-files"]}
    if "entry-points" in project or "scripts" in project:
        wanted.add(meta + "entry_points.txt")
    return [
        *(f"{found[0].name}: lacks {name}" for name in sorted(wanted - held)),
        *(f"{found[0].name}: should not hold {name}" for name in sorted(held - wanted)),
    ]


def main(wheels: Path) -> int:
    """Print every fault of every wheel; 1 if there is one."""
    folders = [ROOT, *(path.parent for path in sorted(ROOT.glob("plugins/*/pyproject.toml")))]
    faults = [fault for folder in folders for fault in find_faults(folder, wheels)]
    print("\n".join(faults) or f"{len(folders)} wheels hold what they should.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
