"""`according serve`: the screen, on this machine only unless told otherwise."""

from typing import Annotated

import typer

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Hang the verb on the command line."""
    app.command()(serve)


def serve(
    db: Annotated[str | None, typer.Option(help="Store to show: a file or a database address.")] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on; 127.0.0.1 keeps it on this machine.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes any free one.")] = None,
    pack: Annotated[
        list[str] | None, typer.Option(help="Known names for articles added on the screen, as for `add` (repeatable).")
    ] = None,
    open: Annotated[bool, typer.Option("--open", help="Open it in the default browser.")] = False,
) -> None:
    """Show the store in a browser: ledger, reader, map, network, boards, review, add."""
    import ipaddress
    import socket
    import threading
    import webbrowser
    from dataclasses import replace

    import uvicorn

    from according.config import load_config
    from according.errors import ConfigError, StorageError
    from according.knowledge.reader import Reader
    from according.web.app import create_app

    config = load_config({"db": db, "host": host, "port": port, "packs": tuple(pack) if pack else None})
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((config.host, config.port))
        listener.listen(128)  # whoever reads the address below may call at once and is kept waiting, not refused
    except (OSError, OverflowError) as error:
        listener.close()
        raise ConfigError(
            f"Cannot listen on {config.host} port {config.port}: {error}. Choose another with --host and --port."
        ) from error
    config = replace(config, port=listener.getsockname()[1])
    try:
        local = ipaddress.ip_address(config.host).is_loopback
    except ValueError:
        local = config.host == "localhost"
    shown = f"[{config.host}]" if family is socket.AF_INET6 else config.host
    address = f"http://{shown}:{config.port}/"
    try:
        Reader(config.db_url).close()
    except StorageError as error:
        if "older version" in str(error):
            typer.echo("Bringing the store up to date with this version; a large one takes minutes.", err=True)
    application = create_app(config)
    typer.echo(f"according shows {config.db} at {address} (Ctrl-C ends it)")
    if not local:
        typer.echo("Anyone who can reach this address can read and change the store: there is no password.", err=True)
    if open:
        threading.Timer(0.8, webbrowser.open, [address]).start()
    server = uvicorn.Server(uvicorn.Config(application, log_level="warning", server_header=False))
    server.run(sockets=[listener])
