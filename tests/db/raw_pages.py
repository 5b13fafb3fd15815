"""Read an encrypted database as somebody with the key and a hex editor would: page by page, also what SQLite no longer
looks at. SQLCipher 4: AES-256-CBC, pages of 4096 bytes, of which the last 80 hold the IV (16) and the HMAC (64)."""
from __future__ import annotations

import ctypes
import ctypes.util
from pathlib import Path

_PAGE, _RESERVED, _SALT = 4096, 80, 16
_NAME = ctypes.util.find_library("crypto")
available = _NAME is not None


def decrypted(path: Path, key: bytes) -> bytes:
    """All pages of the main file, decrypted and joined, in lower case (the search index keeps its words so)."""
    crypto = ctypes.CDLL(_NAME)
    crypto.EVP_CIPHER_CTX_new.restype = crypto.EVP_aes_256_cbc.restype = ctypes.c_void_p
    data, plain = path.read_bytes(), bytearray()
    for start in range(0, len(data), _PAGE):
        page = data[start:start + _PAGE]
        body, iv = page[_SALT if start == 0 else 0:-_RESERVED], page[-_RESERVED:-_RESERVED + 16]
        context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
        out, length = ctypes.create_string_buffer(_PAGE + 16), ctypes.c_int()
        crypto.EVP_DecryptInit_ex(context, ctypes.c_void_p(crypto.EVP_aes_256_cbc()), None, key, iv)
        crypto.EVP_CIPHER_CTX_set_padding(context, 0)
        assert crypto.EVP_DecryptUpdate(context, out, ctypes.byref(length), body, len(body)) == 1
        crypto.EVP_CIPHER_CTX_free(context)
        plain += out.raw[:length.value]
    return bytes(plain).lower()
