"""Makes a Piper voice of a few kilobytes: a buzz of three formants a phoneme, as long as a table says.

Every phoneme id has a length in frames and three frequencies, looked up from the voice's own weights. The
graph has Piper's inputs and output, and the one Ceil node from which the real piper-tts takes its phoneme lengths.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

RATE = 16_000
HOP = 256
FORMANTS = 3
SILENT = "_^$ .,:;!?-–…\"'()ˈˌ"
SHORT, LONG, PAUSE = 2.0, 6.0, 10.0
VOWELS = "aeiouyæøœɑɐɔəɛɪɵʉʊʌ"


def make_voice(folder: Path, name: str, espeak_voice: str) -> Path:
    """NAME.onnx and NAME.onnx.json in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.onnx"
    onnx.save(_model(), str(path))
    path.with_name(f"{path.name}.json").write_text(json.dumps(_config(espeak_voice)))
    return path


def _config(espeak_voice: str) -> dict[str, Any]:
    return {
        "audio": {"sample_rate": RATE, "quality": "x_low"},
        "espeak": {"voice": espeak_voice},
        "language": {"code": espeak_voice},
        "inference": {"noise_scale": 0.0, "length_scale": 1.0, "noise_w": 0.0},
        "phoneme_type": "espeak",
        "phoneme_id_map": {phoneme: list(ids) for phoneme, ids in DEFAULT_PHONEME_ID_MAP.items()},
        "num_symbols": 256,
        "num_speakers": 1,
        "speaker_id_map": {},
        "hop_length": HOP,
    }


def _tables() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Frames, formants (turns a sample) and loudness of each phoneme id."""
    frames, loudness = np.full(256, 0.0, np.float32), np.zeros(256, np.float32)
    formants = np.zeros((256, FORMANTS), np.float32)
    for phoneme, ids in DEFAULT_PHONEME_ID_MAP.items():
        number = ids[0]
        silent = phoneme[0] in SILENT
        frames[number] = (PAUSE if phoneme in ".,!?:;" else 0.0) if silent else LONG if phoneme[0] in VOWELS else SHORT
        loudness[number] = 0.0 if silent else 0.6 if phoneme[0] in VOWELS else 0.25
        turn = (number * 0.618) % 1
        formants[number] = [(300 + 500 * turn) / RATE, (900 + 1200 * turn) / RATE, (2300 + 900 * (1 - turn)) / RATE]
    return frames, formants, loudness


def _model() -> onnx.ModelProto:
    frames, formants, loudness = _tables()
    constants = {
        "frames": frames, "formants": formants, "loudness": loudness,
        "hop": np.array(HOP, np.int64), "two_pi": np.array(2 * np.pi, np.float32),
        "axis_last": np.array([-1], np.int64), "one": np.array([1], np.int64), "zero": np.array(0, np.int64),
        "whole": np.array([1, 1, 1, -1], np.int64), "axis0": np.array(0, np.int64), "flat": np.array([-1], np.int64),
        "step": np.array(1, np.int64), "formant_axis": np.array([1], np.int64),
        "third": np.array(1 / FORMANTS, np.float32), "ceil_shape": np.array([1, 1, -1], np.int64),
    }  # fmt: skip
    node = helper.make_node
    nodes = [
        node("Reshape", ["input", "flat"], ["ids"]),
        node("Gather", ["frames", "ids"], ["lengths"], axis=0),
        # The second of the three scales is the pace.
        node("Gather", ["scales", "one"], ["pace"], axis=0),
        node("Mul", ["lengths", "pace"], ["wanted"]),
        node("Reshape", ["wanted", "ceil_shape"], ["wanted_3d"]),
        node("Ceil", ["wanted_3d"], ["w_ceil"]),
        node("Reshape", ["w_ceil", "flat"], ["whole_frames"]),
        node("CumSum", ["whole_frames", "axis0"], ["ends"]),
        node("ReduceSum", ["whole_frames"], ["total"], keepdims=0),
        node("Cast", ["total"], ["frame_count"], to=TensorProto.INT64),
        node("Mul", ["frame_count", "hop"], ["count"]),
        # A frame belongs to the phoneme whose number is how many phonemes have ended by then.
        node("Range", ["zero", "frame_count", "step"], ["frame_numbers"]),
        node("Cast", ["frame_numbers"], ["frame_times"], to=TensorProto.FLOAT),
        node("Unsqueeze", ["frame_times", "formant_axis"], ["frame_column"]),
        node("GreaterOrEqual", ["frame_column", "ends"], ["ended"]),
        node("Cast", ["ended"], ["ended_numbers"], to=TensorProto.INT64),
        node("ReduceSum", ["ended_numbers", "axis_last"], ["frame_owners"], keepdims=0),
        node("Range", ["zero", "count", "step"], ["places"]),
        node("Div", ["places", "hop"], ["frames_of_places"]),
        node("Gather", ["frame_owners", "frames_of_places"], ["owners"], axis=0),
        node("Cast", ["places"], ["times"], to=TensorProto.FLOAT),
        node("Unsqueeze", ["times", "formant_axis"], ["times_column"]),
        node("Gather", ["ids", "owners"], ["said"], axis=0),
        node("Gather", ["formants", "said"], ["turns"], axis=0),
        node("Mul", ["turns", "times_column"], ["phases"]),
        node("Mul", ["phases", "two_pi"], ["angles"]),
        node("Sin", ["angles"], ["waves"]),
        node("ReduceSum", ["waves", "axis_last"], ["sum"], keepdims=0),
        node("Mul", ["sum", "third"], ["mean"]),
        node("Gather", ["loudness", "said"], ["volumes"], axis=0),
        node("Mul", ["mean", "volumes"], ["samples"]),
        node("Reshape", ["samples", "whole"], ["output"]),
    ]
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, ["batch", "phonemes"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, ["batch"]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    output = helper.make_tensor_value_info("output", TensorProto.FLOAT, ["batch", 1, 1, "time"])
    used = {name for each in nodes for name in each.input}
    weights = [numpy_helper.from_array(value, name) for name, value in constants.items() if name in used]
    graph = helper.make_graph(nodes, "tiny", inputs, [output], weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
