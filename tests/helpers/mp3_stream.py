"""Where the data of an MP3 stream lie (ISO/IEC 11172-3, 2.4.1.7 and 2.4.2.7)."""

from voicecoach.formats.encoders.lame import Coding


def check_main_data(stream: bytes, coding: Coding) -> None:
    """Check that no frame's data overlap those of another, or reach beyond what is there.

    Bytes are counted in what is left of the stream without headers and side information.
    """
    side_bytes = (17, 32)[coding.channels - 1]
    size = coding.frame_bytes - 4 - side_bytes
    read_up_to = 0
    for number in range(len(stream) // coding.frame_bytes):
        frame = stream[number * coding.frame_bytes :][: coding.frame_bytes]
        assert frame[:2] == b"\xff\xfb", "in the place of a frame, without a checksum"
        bits = "".join(f"{byte:08b}" for byte in frame[4 : 4 + side_bytes])
        # Each granule of a channel has 59 bits at the end, and its length in the first 12.
        first = len(bits) - 2 * 59 * coding.channels
        lengths = [int(bits[at : at + 12], 2) for at in range(first, len(bits), 59)]
        begins = number * size - int(bits[:9], 2)
        assert begins >= read_up_to, f"frame {number} begins in the data of another"
        read_up_to = begins + -(-sum(lengths) // 8)
        assert read_up_to <= (number + 1) * size, f"frame {number} goes on beyond its end"
