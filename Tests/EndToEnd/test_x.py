"""tweepy against a stub of X's interfaces 2 and 1.1."""

import json
import unittest
from urllib.parse import urlsplit

import requests
import tweepy
from gateway import Cases, StubWorld
from world import CLEAN, HELD


class ToGateway(requests.adapters.HTTPAdapter):
    """Leads tweepy, whose server cannot be set, to the gateway."""

    def __init__(self, gateway):
        self.gateway = gateway
        super().__init__()

    def send(self, request, **options):
        parts = urlsplit(request.url)
        request.url = self.gateway + parts.path + ("?" + parts.query if parts.query else "")
        return super().send(request, **options)


class XWorld(StubWorld):
    api = "x"

    @staticmethod
    def answer(method, path, body):
        reply = {"data": {"id": "1", "text": "x"}} if path.startswith("/2/") else {"id": 1, "id_str": "1", "text": "x"}
        return 201 if path.startswith("/2/") else 200, {"Content-Type": "application/json"}, json.dumps(reply).encode()

    def tried(self, work):
        try:
            return True, str(work())
        except (tweepy.TweepyException, requests.exceptions.RequestException) as error:
            return False, str(error)


class Tweepy2(Cases, XWorld):
    def connect(self):
        self.client = tweepy.Client(
            consumer_key="a", consumer_secret="b", access_token="canary-token", access_token_secret="d")
        self.client.session.mount("https://", ToGateway(self.gateway))

    def post(self, text):
        return self.tried(lambda: self.client.create_tweet(text=text))

    def test_thread(self):
        self.assert_stopped(self.tried(lambda: self.client.create_tweet(text=HELD, in_reply_to_tweet_id="1")))

    def test_choices(self):
        self.assert_stopped(self.tried(lambda: self.client.create_tweet(
            text=CLEAN, poll_options=["Yes", HELD[:25] + " favourite things to do"], poll_duration_minutes=60)))

    def test_write_without_words(self):
        posted, said = self.tried(lambda: self.client.delete_tweet("1"))
        self.assertTrue(posted, said)


class Tweepy1(Cases, XWorld):
    def connect(self):
        self.client = tweepy.API(tweepy.OAuth1UserHandler("a", "b", "canary-token", "d"))
        self.client.session.mount("https://", ToGateway(self.gateway))

    def post(self, text):
        return self.tried(lambda: self.client.update_status(text))

    def test_description_of_a_picture(self):
        self.assert_stopped(self.tried(lambda: self.client.create_media_metadata("1", HELD)))


def load_tests(loader, tests, pattern):
    """What is only made to be built upon is no test."""
    suite = unittest.TestSuite()
    for case in (Tweepy2, Tweepy1):
        suite.addTests(loader.loadTestsFromTestCase(case))
    return suite
