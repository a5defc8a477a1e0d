import numpy as np
import pyarrow as pa

from index.catalogue import numbers


def test_unknown_numbers_are_zero_in_every_chunk_and_slice():
    column = pa.chunked_array([pa.array([None, 3, None, 5], pa.int16()), pa.array([7, None, -2], pa.int16())])
    assert numbers(column).tolist() == [0, 3, 0, 5, 7, 0, -2]
    assert numbers(column.slice(2, 4)).tolist() == [0, 5, 7, 0]
    assert numbers(pa.array([1, None, 3], pa.int16()).slice(1)).tolist() == [0, 3]
    assert numbers(column).dtype == np.int16


def test_numbers_without_gaps_are_the_column_itself():
    values = np.array([2.5, -1.0, 4.0], dtype=np.float32)
    assert numbers(pa.array(values).slice(1)).tolist() == [-1.0, 4.0]
    assert numbers(pa.array([], pa.int64())).tolist() == []
