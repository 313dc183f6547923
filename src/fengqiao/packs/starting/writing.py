"""Put the files of a new pack into a folder: whole, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from fengqiao.errors import PackError
from fengqiao.packs.starting.beginning import NewPack


def write_new_pack(pack: NewPack, folder: Path) -> None:
    """Write the files of a new pack into a folder that is not there yet.

    Raises:
        PackError: The folder is there, or can't be made; nothing is left of it then.
    """
    if folder.exists() or folder.is_symlink():
        raise PackError("new_pack.exists")
    is_written = False
    try:
        beside = Path(tempfile.mkdtemp(prefix=".new-pack-", dir=folder.parent))
    except OSError:
        beside = None
    if beside is not None:
        try:
            for name, content in pack.files.items():
                file = beside / "pack" / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content, encoding="utf-8", newline="\n")
            (beside / "pack").rename(folder)
            is_written = True
        except OSError:
            pass
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    if not is_written:
        raise PackError("new_pack.unwritable")
