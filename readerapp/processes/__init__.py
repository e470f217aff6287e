"""Work that may hang, crash or take too much is done in processes of its own, which can be ended and replaced."""

from .pool import WorkerLost, Workers, WorkersBusy, worker_command

__all__ = ["WorkerLost", "Workers", "WorkersBusy", "worker_command"]
