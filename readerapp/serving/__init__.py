"""The server under the web application: who sends or reads slowly costs it no thread."""
