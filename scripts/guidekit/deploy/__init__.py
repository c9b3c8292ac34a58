"""Holds a live host to what the finished site is made for.

What it should say is read from `guidekit.finish`, which writes it for hosts: neither can promise
what the other does not know. Which pages and files are asked for is read from the home page.

    rules <- asking, said <- live <- checks <- host

Nothing is imported here: whoever only lists the rules needs no client for the web.
"""
