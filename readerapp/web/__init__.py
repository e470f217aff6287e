"""The doors for browsers: parse the request, call a service, render the answer."""
