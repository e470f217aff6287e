"""audio_cache/: pages, plans, clips and recordings, each whole or absent, bounded in size.

Safe for several processes and threads at once; killing any of them at any instant leaves a valid cache.
"""

from .contract import Kind, LocalFile
from .keys import clip_key, content_key, plan_key
from .store import Store

__all__ = ["Kind", "LocalFile", "Store", "clip_key", "content_key", "plan_key"]
