"""A Skein client in one file, with nothing but Python's standard library, written from docs/protocol.md alone.

It logs in over HTTP, connects by TCP, sends with resends under one client message id, acknowledges pushes, keeps every
conversation's items dense and in order, fills holes from history, and answers heartbeats. It is an example and a test
of the protocol page, not a product: one thread, blocking calls, no storage.

    SKEIN_PASSWORD=... python3 skein_client.py --api URL --app demo --user x --to z --send "hello" --expect "reply" --timeout 10
"""

import argparse
import json
import os
import random
import socket
import ssl
import struct
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

HEADER = struct.Struct(">IHHHHHH")
VERSION = 1
ACK, RETRY, COMPRESSED, ERROR = 1, 2, 4, 8
LOGIN, LOGOUT, HEARTBEAT, GOODBYE = (1, 1), (1, 2), (1, 3), (1, 4)
SEND, PUSH, HISTORY, MARK_READ = (2, 1), (2, 2), (2, 3), (2, 4)
SYNC, UNREAD, RESYNC = (3, 1), (3, 2), (3, 3)
CREATE_GROUP = (4, 1)
FIND_USER = (5, 1)
PACKET_BYTES_MAX = 64 * 1024 * 1024


class SkeinError(Exception):
    def __init__(self, code, detail="", retriable=False, retry_after_ms=0):
        super().__init__(code + (": " + detail if detail else ""))
        self.code, self.retriable, self.retry_after_ms = code, retriable, retry_after_ms


class ConnectionLost(SkeinError):
    """The connection is gone; action is what a goodbye asked for (3: stop)."""

    def __init__(self, code="CONNECTION_LOST", detail="", action=2, retry_after_ms=0):
        super().__init__(code, detail, action != 3, retry_after_ms)
        self.action = action


# Protobuf, as much as is needed.


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def encode(*fields):
    """Fields as (number, value): int for varints, str and bytes for lengths, lists for repeated fields."""
    out = b""
    for number, value in fields:
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str):
                one = one.encode()
            if isinstance(one, int):
                out += varint(number << 3) + varint(one)
            else:
                out += varint(number << 3 | 2) + varint(len(one)) + one
    return out


def read_varint(data, at):
    number = shift = 0
    while True:
        byte = data[at]
        at += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, at
        shift += 7


def decode(data):
    """Field number to the list of its values; what this file does not know is simply never asked for."""
    fields, at = {}, 0
    while at < len(data):
        key, at = read_varint(data, at)
        number, wire = key >> 3, key & 7
        if wire == 0:
            value, at = read_varint(data, at)
        elif wire in (1, 5):
            size = 8 if wire == 1 else 4
            value, at = data[at : at + size], at + size
        elif wire == 2:
            size, at = read_varint(data, at)
            value, at = data[at : at + size], at + size
            if len(value) != size:
                raise ValueError("truncated field")
        else:
            raise ValueError("wire type %d" % wire)
        fields.setdefault(number, []).append(value)
    return fields


def number_of(fields, number):
    return fields.get(number, [0])[-1]


def text_of(fields, number):
    return fields.get(number, [b""])[-1].decode()


def read_item(data):
    fields = decode(data)
    item = {
        "conversationId": text_of(fields, 1),
        "seq": number_of(fields, 2),
        "ordinal": number_of(fields, 3),
        "actorId": text_of(fields, 4),
        "occurredAtMs": number_of(fields, 5),
    }
    if 10 in fields:
        message = decode(fields[10][-1])
        body = decode(message.get(3, [b""])[-1])
        item["messageId"], item["clientMessageId"] = text_of(message, 1), text_of(message, 2)
        item["contentType"], item["bytes"] = text_of(body, 1), body.get(4, [b""])[-1]
        if item["contentType"].startswith("text/plain") and not text_of(body, 2):
            item["text"] = item["bytes"].decode()
    return item


# The HTTP API.


def call_api(url, body=None, token=None, timeout=10):
    headers = {"content-type": "application/json"} if body is not None else {}
    if token:
        headers["authorization"] = "Bearer " + token
    data = json.dumps(body).encode() if body is not None else None
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=timeout) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as failure:
        try:
            error = json.load(failure)["error"]
        except (ValueError, KeyError):
            error = {"code": "INTERNAL", "message": "status %d" % failure.code}
        raise SkeinError(error["code"], error.get("message", ""), error.get("retriable", False)) from None
    except OSError as failure:
        raise SkeinError("API_UNREACHABLE", str(failure), True) from None


class Connection:
    """One TCP connection: packets, requests by sequence, what the server says unasked put aside for whoever reads them."""

    def __init__(self, address, timeout=10):
        url = urllib.parse.urlparse(address)
        try:
            self.socket = socket.create_connection((url.hostname, url.port), timeout)
        except OSError as failure:
            raise ConnectionLost(detail=str(failure)) from None
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if url.scheme == "tls":
            self.socket = ssl.create_default_context().wrap_socket(self.socket, server_hostname=url.hostname)
        self.buffer = b""
        self.sequence = 0
        self.answers = {}
        self.unasked = []
        self.heartbeat_s = 30.0
        self.heard_at = self.wrote_at = time.monotonic()

    def write(self, command, sequence, flags, body=b""):
        try:
            self.socket.settimeout(10)
            self.socket.sendall(HEADER.pack(HEADER.size + len(body), VERSION, flags, *command, sequence, 0) + body)
        except OSError as failure:
            raise ConnectionLost(detail=str(failure)) from None
        self.wrote_at = time.monotonic()

    def request(self, command, body, flags=0, timeout=15):
        self.sequence = self.sequence % 65535 + 1
        sequence = self.sequence
        self.answers[sequence] = None
        self.write(command, sequence, flags, body)
        deadline = time.monotonic() + timeout
        try:
            while self.answers[sequence] is None:
                if time.monotonic() > deadline:
                    raise SkeinError("ANSWER_TIMEOUT", retriable=True)
                self.read(deadline)
            flags, body = self.answers[sequence]
        finally:
            del self.answers[sequence]
        if flags & ERROR:
            error = decode(body)
            raise SkeinError(text_of(error, 1), text_of(error, 2), bool(number_of(error, 3)), number_of(error, 4))
        return decode(body)

    def read(self, deadline):
        """Takes in what comes before the deadline, at least one piece of it; beats the heart meanwhile."""
        now = time.monotonic()
        if now - self.wrote_at > self.heartbeat_s / 2:
            self.write(HEARTBEAT, 0, 0, encode((1, int(time.time() * 1000))))
        if now - self.heard_at > self.heartbeat_s * 2:
            raise ConnectionLost(detail="silence")
        self.socket.settimeout(max(0.001, min(deadline - now, self.heartbeat_s / 4)))
        try:
            piece = self.socket.recv(65536)
        except (socket.timeout, ssl.SSLWantReadError):
            return
        except OSError as failure:
            raise ConnectionLost(detail=str(failure)) from None
        if not piece:
            raise ConnectionLost(detail="closed")
        self.heard_at = time.monotonic()
        self.buffer += piece
        while len(self.buffer) >= HEADER.size:
            length, version, flags, service, command, sequence, _ = HEADER.unpack_from(self.buffer)
            if version != VERSION or length < HEADER.size or length > PACKET_BYTES_MAX:
                raise ConnectionLost("MALFORMED_PACKET", "length %d, version %d" % (length, version))
            if len(self.buffer) < length:
                break
            body, self.buffer = self.buffer[HEADER.size : length], self.buffer[length:]
            self.take((service, command), flags, sequence, body)

    def take(self, command, flags, sequence, body):
        if flags & (ACK | ERROR):
            if sequence in self.answers:
                self.answers[sequence] = (flags, body)
        elif command == HEARTBEAT:
            self.write(HEARTBEAT, sequence, ACK, encode((1, int(time.time() * 1000))))
        elif command == PUSH:
            self.unasked.append((PUSH, body))
            self.write(PUSH, sequence, ACK)
        elif command == RESYNC:
            self.unasked.append((RESYNC, body))
        elif command == GOODBYE:
            fields = decode(body)
            raise ConnectionLost(text_of(fields, 1), text_of(fields, 2), number_of(fields, 3), number_of(fields, 4))

    def close(self):
        self.socket.close()


class Client:
    """A device: messages out exactly once, items in without gaps and in order, across reconnects."""

    def __init__(self, api, app, user, password, device="python"):
        self.api, self.app = api.rstrip("/"), app
        self.credentials = {"userName": user, "password": password, "deviceId": device, "platform": "python"}
        self.connection = None
        self.cursor = b""
        self.last = {}  # conversation to the seq up to which everything was shown
        self.held = {}  # conversation to {seq: item} kept behind a hole
        self.shown = []  # items not yet read by the caller
        self.user_id = None
        self.sync_at = None  # when to sync again, because the views were behind
        self.behind = 0  # how often they were, running

    def url(self, path):
        return "%s/v1/%s/%s" % (self.api, urllib.parse.quote(self.app), path)

    def register(self, display_name=None):
        name, password = self.credentials["userName"], self.credentials["password"]
        return call_api(self.url("users"), {"userName": name, "password": password, "displayName": display_name or name})

    def connect(self):
        session = call_api(self.url("sessions"), self.credentials)
        addresses = [a for a in session["gateway"]["addresses"] if a.startswith(("tcp:", "tls:"))]
        if not addresses:
            raise SkeinError("INVALID_ARGUMENT", "no TCP gateway among %s" % session["gateway"]["addresses"])
        self.connection = Connection(random.choice(addresses))
        login = encode((1, session["token"]), (2, self.app), (3, "skein-python 1"))
        reply = self.connection.request(LOGIN, login)
        self.user_id = text_of(reply, 1)
        self.connection.heartbeat_s = (number_of(reply, 5) or 30000) / 1000
        self.sync()
        return self.user_id

    def reconnect(self, lost, attempt):
        if getattr(lost, "action", 2) == 3:
            raise lost
        if self.connection:
            self.connection.close()
        wait = min(30.0, 0.25 * 1.5 ** min(attempt, 30))
        time.sleep(max(lost.retry_after_ms / 1000, wait / 2 + random.random() * wait / 2))
        self.connect()

    def keep_trying(self, action, deadline=None):
        attempt = 0
        while True:
            try:
                return action(attempt > 0)
            except SkeinError as failure:
                late = deadline is not None and time.monotonic() > deadline
                if late or not (failure.retriable or isinstance(failure, ConnectionLost)):
                    raise
                self.back_to_life(failure, attempt)
                attempt += 1

    def back_to_life(self, failure, attempt):
        while True:
            try:
                if isinstance(failure, ConnectionLost):
                    self.reconnect(failure, attempt)
                else:
                    time.sleep(max(failure.retry_after_ms / 1000, min(10.0, 0.2 * 1.5 ** min(attempt, 30)) * random.uniform(0.5, 1)))
                return
            except SkeinError as again:
                if not again.retriable:
                    raise
                failure, attempt = ConnectionLost(again.code, str(again)), attempt + 1

    def conversation_with(self, user_id):
        return "d:%s:%s" % tuple(sorted([self.user_id, user_id]))

    def find_user(self, name):
        reply = self.keep_trying(lambda retry: self.connection.request(FIND_USER, encode((2, name))))
        return text_of(decode(reply[1][-1]), 1)

    def send(self, conversation, text):
        """Blocks until the message is stored; its seq. Always the same id, flagged from the second attempt on."""
        message_id = str(uuid.uuid4())
        body = encode((1, "text/plain"), (4, text.encode()))
        packet = encode((1, conversation), (2, message_id), (3, body))
        reply = self.keep_trying(lambda retry: self.connection.request(SEND, packet, RETRY if retry else 0))
        own = {"conversationId": conversation, "seq": number_of(reply, 2), "ordinal": number_of(reply, 3)}
        own.update(actorId=self.user_id, messageId=text_of(reply, 1), clientMessageId=message_id, text=text)
        self.offer(own)
        return own["seq"]

    def history(self, conversation, after=0, before=0, limit=0):
        packet = encode((1, conversation), (2, before), (3, after), (4, limit))
        reply = self.keep_trying(lambda retry: self.connection.request(HISTORY, packet))
        return [read_item(item) for item in reply.get(1, [])], bool(number_of(reply, 2)), number_of(reply, 3)

    def mark_read(self, conversation, ordinal):
        packet = encode((1, conversation), (2, ordinal))
        return number_of(self.keep_trying(lambda retry: self.connection.request(MARK_READ, packet)), 1)

    def sync(self):
        more, behind_s = True, 0
        while more:
            reply = self.connection.request(SYNC, encode((1, self.cursor)))
            items = [read_item(item) for item in reply.get(5, [])]
            if number_of(reply, 9):  # another log: its places mean nothing to this one
                self.last.clear()
                self.held.clear()
            for session in map(decode, reply.get(4, [])):
                conversation, last, to = text_of(session, 1), number_of(session, 5), number_of(session, 11)
                head = min(last, to - 1) if to else last
                first = min([i["seq"] for i in items if i["conversationId"] == conversation], default=head + 1)
                # Never behind what was pushed before this told of the conversation.
                self.last.setdefault(conversation, min([first, *self.held.get(conversation, {})]) - 1)
            for item in items:
                self.offer(item)
            self.cursor = reply.get(1, [b""])[-1]
            more, behind_s = bool(number_of(reply, 3)), max(behind_s, number_of(reply, 7) / 1000)
        if any(held for conversation, held in self.held.items() if conversation not in self.last):
            behind_s = max(behind_s, 0.2)  # of what is held nothing was told yet
        self.sync_at = None
        self.behind = self.behind + 1 if behind_s else 0
        if behind_s:
            wait = max(behind_s, min(30.0, behind_s * 1.5 ** min(self.behind, 30)))
            self.sync_at = time.monotonic() + wait * random.uniform(1, 2)

    def offer(self, item):
        """Shows the next item, drops an old one, keeps an early one until the hole before it is filled."""
        conversation, seq = item["conversationId"], item["seq"]
        if conversation not in self.last:
            # Met live, it begins at its first item alone: we may have been in it before the item that lets us in, and a sync tells.
            if seq != 1:
                self.held.setdefault(conversation, {})[seq] = item
                return
            self.last[conversation] = seq - 1
        if seq > self.last[conversation]:
            self.held.setdefault(conversation, {})[seq] = item
        self.advance(conversation)

    def advance(self, conversation, visible=0):
        """Shows what is next; what is missing up to `visible` is not ours to see."""
        held = self.held.get(conversation, {})
        while self.last[conversation] + 1 in held or self.last[conversation] < visible:
            self.last[conversation] += 1
            if self.last[conversation] in held:
                self.shown.append(held.pop(self.last[conversation]))

    def fill_holes(self):
        for conversation in [c for c, held in self.held.items() if held]:
            if conversation not in self.last:
                if self.sync_at is None:
                    self.sync()
                continue
            last = self.last[conversation]
            before = 2 if last == 0 else min(self.held[conversation])
            items, more, visible = self.history(conversation, after=last, before=before)
            for item in items:
                self.offer(item)
            self.advance(conversation, min(visible, items[-1]["seq"] if more and items else before - 1))

    def take_unasked(self):
        unasked, self.connection.unasked = self.connection.unasked, []
        for command, body in unasked:
            if command == PUSH:
                for item in decode(body).get(1, []):
                    self.offer(read_item(item))
            else:
                self.sync()

    def receive(self, timeout):
        """The next item shown, own ones included; None when there is none in time."""
        deadline = time.monotonic() + timeout
        while True:
            self.take_unasked()
            if self.sync_at is not None and time.monotonic() >= self.sync_at:
                self.sync()
            self.fill_holes()
            if self.shown:
                return self.shown.pop(0)
            if time.monotonic() > deadline:
                return None
            try:
                if not self.connection.unasked:
                    self.connection.read(min(deadline, time.monotonic() + 1))
            except ConnectionLost as lost:
                self.back_to_life(lost, 0)

    def close(self):
        if self.connection:
            self.connection.close()


def main():
    parser = argparse.ArgumentParser(description="Chats as a script: sends, then waits for what is expected.")
    parser.add_argument("--api", required=True, help="address of the HTTP API, such as http://127.0.0.1:8080")
    parser.add_argument("--app", default="demo")
    parser.add_argument("--user", required=True)
    parser.add_argument("--device", default="python")
    parser.add_argument("--register", action="store_true", help="register the user first, unless the name is taken")
    parser.add_argument("--to", required=True, help="user name to talk to, or a conversation id")
    parser.add_argument("--send", action="append", default=[], help="text to send; may be repeated")
    parser.add_argument("--expect", action="append", default=[], help="text to wait for, in order; may be repeated")
    parser.add_argument("--timeout", type=float, default=10, help="seconds to wait for what is expected")
    options = parser.parse_args()

    if not os.environ.get("SKEIN_PASSWORD"):
        parser.error("SKEIN_PASSWORD is not set: what stands on a command line is read by others")
    client = Client(options.api, options.app, options.user, os.environ["SKEIN_PASSWORD"], options.device)
    if options.register:
        try:
            client.register()
        except SkeinError as error:
            if error.code != "NAME_TAKEN":
                raise
    client.connect()
    conversation = options.to if ":" in options.to else client.conversation_with(client.find_user(options.to))
    for text in options.send:
        print(json.dumps({"sent": text, "seq": client.send(conversation, text)}), flush=True)
    expected = list(options.expect)
    deadline = time.monotonic() + options.timeout
    while expected:
        item = client.receive(max(0, deadline - time.monotonic()))
        if item is None:
            print("not in time: %r" % expected[0], file=sys.stderr)
            return 1
        if item["conversationId"] != conversation or item["actorId"] == client.user_id:
            continue
        print(json.dumps({"received": item.get("text"), "seq": item["seq"], "from": item["actorId"]}), flush=True)
        if item.get("text") == expected[0]:
            expected.pop(0)
            client.mark_read(conversation, item["ordinal"])
    client.close()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SkeinError as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
