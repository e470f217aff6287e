"""The middle of the house: from what somebody asks for to sound. All that a door may call.

`service.py` tells the story, `request.py` is what it is asked, `views.py` what it answers; the rest are its stages.
"""
