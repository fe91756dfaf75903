"""atproto against a stub of a Bluesky server."""

import json
import unittest

from atproto import Client
from atproto_client import models
from atproto_client.exceptions import AtProtocolError
from gateway import Cases, StubWorld
from world import CLEAN, HELD

ADDRESS = "at://did:plc:abc/app.bsky.feed.post/3k"
CID = "bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a"


class Atproto(Cases, StubWorld):
    api = "bluesky"

    @staticmethod
    def answer(method, path, body):
        if "createSession" in path:
            # A token that says of itself that it lasts.
            token = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjQxMDI0NDQ4MDAsImlhdCI6MSwic3ViIjoiYSIsInNjb3BlIjoiYSJ9.canary-token"
            reply = {"accessJwt": token, "refreshJwt": token, "handle": "force.example", "did": "did:plc:abc"}
        elif "getProfile" in path:
            reply = {"did": "did:plc:abc", "handle": "force.example"}
        else:
            reply = {"uri": ADDRESS, "cid": CID}
        return 200, {"Content-Type": "application/json"}, json.dumps(reply).encode()

    def connect(self):
        self.client = Client(base_url=self.gateway + "/xrpc")
        self.client.login("force.example", "canary-token")

    def tried(self, work):
        try:
            return True, str(work())
        except AtProtocolError as error:
            return False, str(error)

    def post(self, text):
        return self.tried(lambda: self.client.send_post(text))

    def test_thread(self):
        parent = models.ComAtprotoRepoStrongRef.Main(uri=ADDRESS, cid=CID)
        reply = models.AppBskyFeedPost.ReplyRef(root=parent, parent=parent)
        self.assert_stopped(self.tried(lambda: self.client.send_post(HELD, reply_to=reply)))

    def test_edit(self):
        record = models.AppBskyFeedPost.Record(text=HELD, created_at="2026-01-01T00:00:00Z")
        data = models.ComAtprotoRepoPutRecord.Data(
            repo="did:plc:abc", collection="app.bsky.feed.post", rkey="3k", record=record)
        self.assert_stopped(self.tried(lambda: self.client.com.atproto.repo.put_record(data)))

    def test_write_without_words(self):
        posted, said = self.tried(lambda: self.client.like(ADDRESS, CID))
        self.assertTrue(posted, said)


def load_tests(loader, tests, pattern):
    """What is only made to be built upon is no test."""
    return unittest.TestSuite([loader.loadTestsFromTestCase(Atproto)])
