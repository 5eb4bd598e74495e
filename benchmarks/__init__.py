"""Speed and memory of the commands that users wait for; see the README of this folder."""
