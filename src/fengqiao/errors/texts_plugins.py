"""Texts for plugins."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "plugin.duplicate_key": (
        Text(
            "The plugin {plugin} brings the key `{key}`, which is there already.",
            "A key must mean one thing.",
            "Nothing of this plugin is used. Ask its makers for another key, or remove one of the"
            " two plugins.",
        ),
        Text(
            "插件 {plugin} 带来的键 `{key}` 已经存在。",
            "一个键只能有一个含义。",
            "该插件不予使用。请其作者换键，或卸载其中一个插件。",
        ),
    ),
    "plugin.duplicate_id": (
        Text(
            "The plugin {plugin} brings `{key}`, which is there already.",
            "It would not be known which of the two counts.",
            "Nothing of this plugin is used. Ask its makers for another name, or remove one of"
            " the two plugins.",
        ),
        Text(
            "插件 {plugin} 带来的 `{key}` 已经存在。",
            "无法知道以哪一个为准。",
            "该插件不予使用。请其作者换名，或卸载其中一个插件。",
        ),
    ),
    "plugin.import_failed": (
        Text(
            "The plugin {plugin} could not be started ({cause}).",
            "The rest works without it.",
            "Install it again, or ask its makers; `fengqiao packs` names it.",
        ),
        Text(
            "插件 {plugin} 无法启动（{cause}）。",
            "其余部分照常工作。",
            "请重新安装，或联系其作者；`fengqiao packs` 会列出它。",
        ),
    ),
    "plugin.exited": (
        Text(
            "The plugin {plugin} tried to end the program when it was started.",
            "The rest works without it.",
            "Remove it, or ask its makers; `fengqiao packs` names it.",
        ),
        Text(
            "插件 {plugin} 启动时试图结束程序。",
            "其余部分照常工作。",
            "请卸载，或联系其作者；`fengqiao packs` 会列出它。",
        ),
    ),
    "plugin.bad_argument": (
        Text(
            "A hook of the plugin {plugin} asks for an argument that does not exist.",
            "It can't be called.",
            "Nothing of this plugin is used. Its makers find the exact signatures in the"
            " reference of hooks.",
        ),
        Text(
            "插件 {plugin} 的钩子要求了不存在的参数。",
            "无法调用它。",
            "该插件不予使用。作者可在钩子说明中查到准确的写法。",
        ),
    ),
    "plugin.unknown_hook": (
        Text(
            "The plugin {plugin} has hooks that do not exist here: {hooks}.",
            "A misspelled hook would never be called.",
            "Nothing of this plugin is used. Its makers find the names in the reference of hooks.",
        ),
        Text(
            "插件 {plugin} 含有这里没有的钩子：{hooks}。",
            "写错名称的钩子永远不会被调用。",
            "该插件不予使用。作者可在钩子说明中查到名称。",
        ),
    ),
    "plugin.wrapper": (
        Text(
            "The plugin {plugin} wraps a hook around those of others.",
            "Plugins declare; what one brings must not change another.",
            "Nothing of this plugin is used. Its makers must take the wrapper out.",
        ),
        Text(
            "插件 {plugin} 用包装方式改动其他插件的钩子。",
            "插件只作声明，不能改变别的插件。",
            "该插件不予使用。请其作者去掉包装。",
        ),
    ),
    "plugin.ordered": (
        Text(
            "The plugin {plugin} asks to be called first or last.",
            "The order of plugins must not change a result.",
            "Nothing of this plugin is used. Its makers must take the request out.",
        ),
        Text(
            "插件 {plugin} 要求最先或最后被调用。",
            "插件的先后不能影响结果。",
            "该插件不予使用。请其作者去掉这一要求。",
        ),
    ),
    "plugin.bad_answer": (
        Text(
            "The hook {hook} of the plugin {plugin} answers with something else than it should.",
            "What it brings can't be used.",
            "Nothing of this plugin is used. Its makers find in the reference of hooks what is"
            " expected.",
        ),
        Text(
            "插件 {plugin} 的钩子 {hook} 返回了不符合要求的内容。",
            "它带来的内容无法使用。",
            "该插件不予使用。作者可在钩子说明中查到要求。",
        ),
    ),
    "plugin.subject_kind": (
        Text(
            "The plugin {plugin} counts `{key}` for a kind of subject that is not among the"
            " closed ones.",
            "Duties and service are judged, never residents; plugins can't add kinds.",
            "Nothing of this plugin is used. Known kinds: {known}.",
        ),
        Text(
            "插件 {plugin} 的 `{key}` 用了封闭类别之外的对象。",
            "只评判职责和服务，从不评判居民；插件不能增加类别。",
            "该插件不予使用。可用类别：{known}。",
        ),
    ),
    "plugin.duplicate_pack": (
        Text(
            "Several installed packages bring a pack `{pack}`; that of {plugin} is left out.",
            "It would not be known which of them speaks.",
            "Remove one of them, or name the wanted one by its folder.",
        ),
        Text(
            "有几个已安装的软件包都带有规则包 `{pack}`;{plugin} 的不予使用。",
            "无法知道由哪一个说明。",
            "请卸载其中一个，或以文件夹路径指定。",
        ),
    ),
    "plugin.no_data": (
        Text(
            "The package {plugin} names a pack `{pack}` and has no folder `data` for it.",
            "There is nothing to read.",
            "Install it again, or ask its makers.",
        ),
        Text(
            "软件包 {plugin} 声明了规则包 `{pack}`，却没有 `data` 文件夹。",
            "没有可读的内容。",
            "请重新安装，或联系其作者。",
        ),
    ),
}
