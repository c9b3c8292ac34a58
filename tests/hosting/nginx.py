"""Debian's nginx with the configuration that is shipped, on this machine only."""

import getpass
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONFIG = Path(__file__).parents[2] / "hosting/nginx.conf"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin")
MODULES = Path("/usr/share/nginx/modules-available")


def is_installed() -> bool:
    """Say whether nginx is here, with what it needs to send files that were packed before."""
    return NGINX is not None and (MODULES / "mod-http-brotli-static.conf").is_file()


@contextmanager
def serve(folder: Path, home: Path, port: int = 0) -> Iterator[int]:
    """Serve a finished site until the block ends, and give the port.

    The configuration is the shipped one but for the three lines that are the operator's; `home`
    is an empty folder for what nginx writes.
    """
    with socket.create_server(("127.0.0.1", port)) as free:
        port = free.getsockname()[1]
    site = CONFIG.read_text()
    site = re.sub(r"listen 80;", f"listen 127.0.0.1:{port};", site)
    site = re.sub(r"root \S+;", f"root {folder};", site)
    (home / "nginx.conf").write_text(
        f"include {MODULES}/mod-http-brotli-static.conf;\n"
        # The folders of a test are nobody else's to read.
        f"user {getpass.getuser()}; daemon off; pid {home}/pid; error_log {home}/error.log;\n"
        "events { worker_connections 256; }\n"
        f"http {{ access_log off; client_body_temp_path {home}/b; proxy_temp_path {home}/p;\n"
        f"fastcgi_temp_path {home}/f; uwsgi_temp_path {home}/u; scgi_temp_path {home}/s;\n"
        f"{site}}}\n"
    )
    server = subprocess.Popen(
        [str(NGINX), "-c", str(home / "nginx.conf"), "-e", str(home / "error.log")]
    )
    try:
        for _ in range(600):
            assert server.poll() is None, (home / "error.log").read_text()
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait(30)
