"""Texts for ids and references."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "id.shape": (
        Text(
            "`{field}` is not a valid {kind}.",
            "Only opaque keys may stand in a store: {shortest} to {longest} characters, no spaces"
            " and no other script.",
            "Use the host's own opaque key, or make one with `fengqiao.mint_ref`.",
        ),
        Text(
            "`{field}` 不是有效的{kind}。",
            "存储中只允许不透明的键:{shortest} 至 {longest} 个字符,不含空格和其他文字。",
            "请使用使用方系统自己的不透明键,或用 `fengqiao.mint_ref` 生成。",
        ),
    ),
    "id.identity_number": (
        Text(
            "`{field}` contains an identity number.",
            "This library holds nothing that identifies a resident.",
            "Pass an opaque key instead: `fengqiao.mint_ref(secret, kind, host_key)` makes one.",
        ),
        Text(
            "`{field}` 含有公民身份号码。",
            "本库不保存任何可识别居民的内容。",
            "请改传不透明的键:`fengqiao.mint_ref(secret, kind, host_key)` 可以生成。",
        ),
    ),
    "id.mobile_number": (
        Text(
            "`{field}` contains a mobile number.",
            "This library holds nothing that identifies a resident.",
            "Pass an opaque key instead: `fengqiao.mint_ref(secret, kind, host_key)` makes one.",
        ),
        Text(
            "`{field}` 含有手机号码。",
            "本库不保存任何可识别居民的内容。",
            "请改传不透明的键:`fengqiao.mint_ref(secret, kind, host_key)` 可以生成。",
        ),
    ),
    "id.secret_short": (
        Text(
            "The secret for minting references must be `bytes`, {shortest} of them or more.",
            "A short secret can be guessed, and with it every reference.",
            "Make one with `secrets.token_bytes(32)` and keep it outside the store.",
        ),
        Text(
            "生成引用所用的密钥应为 {shortest} 字节以上的 `bytes`,不能是文本。",
            "密钥过短容易被猜出,所有引用也就随之暴露。",
            "请用 `secrets.token_bytes(32)` 生成,并保存在存储之外。",
        ),
    ),
}
