"""Bodies: JSON with a document in it, taken in without ever holding that document in memory (5.5).

The top-level string `inhoud` is decoded from base64 as it streams by; what remains is small, and read as any
body is.
"""
