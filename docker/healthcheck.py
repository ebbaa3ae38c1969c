"""Ask the web server of this container whether it is alive; exit code 0 when it is.

Standard library only. The request names a host of ALLOWED_HOSTS, since Django refuses any other, and says
that it came over HTTPS, as a proxy would.
"""

import os
import sys
import urllib.request


def host() -> str:
    """Return a host name that the server answers to."""
    first = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip()
    return "localhost" if first in ("", "*") else first.removeprefix(".")


def main() -> int:
    """Ask once."""
    request = urllib.request.Request(
        "http://127.0.0.1:8000/healthz", headers={"Host": host(), "X-Forwarded-Proto": "https"}
    )
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=4) as answer:
            return 0 if answer.status == 200 else 1
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
