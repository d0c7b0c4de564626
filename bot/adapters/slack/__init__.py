"""Slack: what its payloads mean, how our words look there, how they are sent, and how it is listened to.

We chose to answer every request in one middleware that runs before Bolt authorises and matches listeners. Bolt answers
404 where no listener matches, which Slack counts as a failed delivery, and its authorisation asks auth.test while Slack
waits and answers 200 to an event that it could not authorise, which loses the event. We gave up Bolt's decorators.
"""
