"""Objects: the store in S3-compatible object storage; needs the extra `s3`.

An object appears whole or not at all: a large one is sent in parts and exists once the last of them is
confirmed. Every fault of the service comes out as the OSError a disk would give.
"""

import contextlib
import errno
import io
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files import File
from storages.backends.s3 import S3Storage

from zaakwerk.documenten.content.folder import PROBE, temporary_files
from zaakwerk.documenten.content.stored import Stored, Unfinished

# One part in memory at a time.
PART_BYTES = 8 * 1024 * 1024
PIECE_BYTES = 256 * 1024
NOT_FOUND, NO_ACCESS, NO_ROOM = 404, 403, 507
# How services say that there is no room, beside the status for it.
FULL_CODES = frozenset({"QuotaExceeded", "InsufficientCapacity", "InsufficientStorage", "XMinioStorageFull"})
CONNECT_SECONDS, READ_SECONDS, ATTEMPTS = 3, 20, 3


@cache
def object_storage(place: Any) -> "ObjectStorage":
    """The store at a place (see project/environment.py), with connections that are kept."""
    client_config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
        s3={"addressing_style": "path" if place.endpoint else "auto"},
        # Services that are not Amazon's may not know its newer checksums; ours is the SHA-256 in the name.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    return ObjectStorage(
        bucket_name=place.bucket,
        location=place.prefix,
        endpoint_url=place.endpoint or None,
        region_name=place.region or None,
        client_config=client_config,
        transfer_config=TransferConfig(
            use_threads=False, multipart_chunksize=PART_BYTES, multipart_threshold=PART_BYTES
        ),
        file_overwrite=True,
        gzip=False,
        default_acl=None,
    )


@contextmanager
def faults_of(name: str) -> Iterator[None]:
    """A fault of the service as an OSError with the number a disk would give."""
    try:
        yield
    except ClientError as error:
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        code = error.response.get("Error", {}).get("Code", "")
        number = {NOT_FOUND: errno.ENOENT, NO_ACCESS: errno.EACCES, NO_ROOM: errno.ENOSPC}.get(status)
        if code in FULL_CODES:
            number = errno.ENOSPC
        raise OSError(number or errno.EIO, f"{code} {status}".strip(), name) from error
    except (BotoCoreError, Boto3Error) as error:
        raise OSError(errno.EIO, " ".join(str(error).split()), name) from error


class ObjectStorage(S3Storage):  # type: ignore[misc]
    """Objects named by their content, read as a stream from any place in them."""

    @property
    def client(self) -> Any:
        """The client of this thread."""
        return self.connection.meta.client

    @property
    def stem(self) -> str:
        """What stands before every name of ours."""
        return f"{self.location.strip('/')}/" if self.location.strip("/") else ""

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        with faults_of(name):
            remote = Remote(self.client, self.bucket_name, self.stem + name)
        return File(io.BufferedReader(remote, PIECE_BYTES), name=name)

    def _save(self, name: str, content: Any) -> str:
        with faults_of(name):
            saved: str = super()._save(name, content)
        return saved

    def delete(self, name: str) -> None:
        with faults_of(name):
            super().delete(name)

    def stored(self) -> Iterator[Stored]:
        """Every object below our prefix."""
        with faults_of(self.bucket_name):
            pages = self.client.get_paginator("list_objects_v2")
            for page in pages.paginate(Bucket=self.bucket_name, Prefix=self.stem):
                for entry in page.get("Contents", ()):
                    name = entry["Key"].removeprefix(self.stem)
                    yield Stored(name, entry["Size"], entry["LastModified"])

    def unfinished(self) -> Iterator[Unfinished]:
        """Uploads in parts that were never confirmed, and what was still on its way to us."""
        yield from temporary_files(Path(settings.DOCUMENTS_DIR))
        with faults_of(self.bucket_name):
            pages = self.client.get_paginator("list_multipart_uploads")
            for page in pages.paginate(Bucket=self.bucket_name, Prefix=self.stem):
                for entry in page.get("Uploads", ()):
                    yield self.begun(entry["Key"], entry["UploadId"], entry["Initiated"])

    def begun(self, key: str, upload: str, moment: Any) -> Unfinished:
        """An upload in parts that can be given up."""

        def remove() -> None:
            with faults_of(key):
                self.client.abort_multipart_upload(Bucket=self.bucket_name, Key=key, UploadId=upload)

        return Unfinished(key.removeprefix(self.stem), moment, remove)

    def probe(self) -> None:
        """Writes, reads and removes an object of its own."""
        key = f"{self.stem}.proef-{uuid.uuid4().hex}"
        place = {"Bucket": self.bucket_name, "Key": key}
        with faults_of(key):
            self.client.put_object(**place, Body=PROBE)
            is_whole = self.client.get_object(**place)["Body"].read() == PROBE
            self.client.delete_object(**place)
        if not is_whole:
            raise OSError(errno.EIO, "Wat geschreven is komt anders terug", key)

    def reach(self) -> None:
        """Looks whether the bucket is there and ours to see."""
        with faults_of(self.bucket_name):
            self.client.head_bucket(Bucket=self.bucket_name)


class Remote(io.RawIOBase):
    """The bytes of an object, fetched as they are read; moving elsewhere begins a new fetch there."""

    def __init__(self, client: Any, bucket: str, key: str) -> None:
        self.client, self.place = client, {"Bucket": bucket, "Key": key}
        self.size = int(client.head_object(**self.place)["ContentLength"])
        self.at = 0
        self.body: Any = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self.at, io.SEEK_END: self.size}[whence]
        if base + offset != self.at:
            self.drop()
            self.at = max(0, base + offset)
        return self.at

    def readinto(self, buffer: Any) -> int:
        if self.at >= self.size:
            return 0
        with faults_of(self.place["Key"]):
            if self.body is None:
                self.body = self.client.get_object(**self.place, Range=f"bytes={self.at}-")["Body"]
            piece = self.body.read(len(buffer))
        if not piece:
            raise OSError(errno.EIO, "De inhoud houdt te vroeg op", self.place["Key"])
        buffer[: len(piece)] = piece
        self.at += len(piece)
        return len(piece)

    def drop(self) -> None:
        """Ends the fetch that is under way."""
        if self.body is not None:
            with contextlib.suppress(Exception):
                self.body.close()
            self.body = None

    def close(self) -> None:
        self.drop()
        super().close()
