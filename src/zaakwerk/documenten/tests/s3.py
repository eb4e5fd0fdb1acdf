"""S3: a real S3 server on loopback for the length of a test, which can be made to falter."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import boto3
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import make_server

from zaakwerk.project.environment import S3Place

KEYS = {"AWS_ACCESS_KEY_ID": "proef", "AWS_SECRET_ACCESS_KEY": "proef", "AWS_EC2_METADATA_DISABLED": "true"}
FULL = b"<?xml version='1.0'?><Error><Code>QuotaExceeded</Code><Message>vol</Message></Error>"
# What a fault does with a request: a status and a body instead of the answer, or nothing.
Fault = Callable[[dict[str, Any]], tuple[str, bytes] | None]


def no_fault(environ: dict[str, Any]) -> tuple[str, bytes] | None:
    """Lets everything through."""
    return None


def full_for_writes(environ: dict[str, Any]) -> tuple[str, bytes] | None:
    """A service without room."""
    return ("507 Insufficient Storage", FULL) if environ["REQUEST_METHOD"] in ("PUT", "POST") else None


@dataclass
class S3Server:
    """A running server with a bucket of ours."""

    place: S3Place
    fault: Fault = no_fault

    @cached_property
    def client(self) -> Any:
        """A client beside the store's."""
        return boto3.client(
            "s3",
            endpoint_url=self.place.endpoint,
            region_name=self.place.region,
            aws_access_key_id="proef",
            aws_secret_access_key="proef",
        )

    @property
    def url(self) -> str:
        """The place as an operator writes it."""
        place = self.place
        return f"s3://{place.bucket}/{place.prefix}?endpoint={place.endpoint}&region={place.region}"

    def objects(self) -> list[str]:
        """The objects in the bucket."""
        return [entry["Key"] for entry in self.client.list_objects_v2(Bucket="zaakwerk").get("Contents", ())]

    def uploads(self) -> list[str]:
        """The uploads in parts that were begun and not finished."""
        found = self.client.list_multipart_uploads(Bucket="zaakwerk").get("Uploads", ())
        return [entry["Key"] for entry in found]

    def body(self, key: str) -> bytes:
        """The bytes of an object."""
        content: bytes = self.client.get_object(Bucket="zaakwerk", Key=key)["Body"].read()
        return content


class Quiet(MotoRequestHandler):
    """Logs no requests."""

    def log_request(self, *given: Any) -> None:
        pass


@contextmanager
def s3_server(prefix: str = "documenten") -> Iterator[S3Server]:
    """A server with an empty bucket."""
    application = DomainDispatcherApplication(create_backend_app)
    holder: list[S3Server] = []

    def falter(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        fault = holder[0].fault(environ) if holder else None
        if fault is None:
            answer: Iterable[bytes] = application(environ, start_response)
            return answer
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        start_response(
            fault[0], [("Content-Type", "application/xml"), ("Content-Length", str(len(fault[1])))]
        )
        return [fault[1]]

    server = make_server("127.0.0.1", 0, falter, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        place = S3Place("zaakwerk", prefix, f"http://127.0.0.1:{server.server_port}", "us-east-1")
        made = S3Server(place)
        made.client.create_bucket(Bucket="zaakwerk")
        holder.append(made)
        yield made
        made.fault = no_fault
        empty(made)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def empty(server: S3Server) -> None:
    """The backend keeps its buckets for the whole process; the next server begins anew."""
    for key in server.objects():
        server.client.delete_object(Bucket="zaakwerk", Key=key)
    for upload in server.client.list_multipart_uploads(Bucket="zaakwerk").get("Uploads", ()):
        server.client.abort_multipart_upload(
            Bucket="zaakwerk", Key=upload["Key"], UploadId=upload["UploadId"]
        )
