"""Runs a command on a terminal of its own: what comes on stdin are its keys, what it shows goes to stdout."""
import os
import pty
import select
import sys

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
sources = {0: terminal, terminal: 1}
while terminal in sources:
    for source in select.select(list(sources), [], [])[0]:
        try:
            data = os.read(source, 65536)
        except OSError:
            data = b""
        if not data:
            del sources[source]
        while data:
            data = data[os.write(sources[source], data) :]
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
