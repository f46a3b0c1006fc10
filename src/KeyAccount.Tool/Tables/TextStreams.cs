using System.Globalization;
using System.Text;
using System.Text.Unicode;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>The text of a file as a stream of UTF-8 in which every byte has been checked.</summary>
internal static class TextStreams
{
    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE, 0, 0], "utf-32"), ([0, 0, 0xFE, 0xFF], "utf-32BE"), ([0xFF, 0xFE], "utf-16"),
        ([0xFE, 0xFF], "utf-16BE"),
        ([0x84, 0x31, 0x95, 0x33], "GB18030"),
    ];

    /// <summary>Opens the text; a byte order mark says more about a file than its user knows.</summary>
    public static (Stream Text, string Encoding) Open(TableSource source, Encoding? named)
    {
        var stream = source.FromBeginning();
        Span<byte> first = stackalloc byte[4];
        var length = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        var beginning = first[..length].ToArray();
        var mark = Array.Find(Marks, each => beginning.AsSpan().StartsWith(each.Mark));
        stream.Position = mark.Mark?.Length ?? 0;
        var name = mark.Name ?? named?.WebName ?? "utf-8";
        if (name == "utf-8")
            return (new CheckedUtf8(stream), name);
        return (Encoding.CreateTranscodingStream(
            stream, mark.Name is null ? named! : TableFormat.EncodingByName(name), new UTF8Encoding(false), leaveOpen: true), name);
    }

    /// <summary>Reads, with bytes that are not in the encoding as an error for the user.</summary>
    public static T Reading<T>(TableSource source, string encoding, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException e)
        {
            var line = encoding == "utf-8" ? $" ({LineOf(source, encoding)})" : "";
            throw new ToolException(
                $"the file is not {Display(encoding)}{line}; {EncodingGuess.Advice(source.FromBeginning(), encoding)}.", e);
        }
    }

    /// <summary>An encoding as it is usually written.</summary>
    public static string Display(string name) => name.ToUpperInvariant() switch
    {
        "UTF-16" or "UTF-16LE" => "UTF-16",
        "WINDOWS-1252" => "windows-1252",
        "BIG5" => "Big5",
        var upper when upper.StartsWith("UTF", StringComparison.Ordinal) || upper.StartsWith("GB", StringComparison.Ordinal)
            || upper.StartsWith("ISO", StringComparison.Ordinal) => upper,
        _ => name,
    };

    // The line of the first byte that is not in the encoding: as far as whole pieces can be decoded, then byte by byte.
    private static string LineOf(TableSource source, string encoding)
    {
        var whole = Decode(source, encoding, long.MaxValue);
        return string.Create(CultureInfo.InvariantCulture, $"line {Decode(source, encoding, whole.Bytes).Lines}");
    }

    private static (long Bytes, long Lines) Decode(TableSource source, string encoding, long piecesTo)
    {
        var decoder = TableFormat.EncodingByName(encoding).GetDecoder();
        var (bytes, characters) = (new byte[1 << 16], new char[(1 << 16) + 2]);
        long done = 0, lines = 1;
        var last = '\0';
        var text = new BufferedStream(source.FromBeginning(), bytes.Length);
        try
        {
            while (true)
            {
                var read = text.Read(bytes, 0, done < piecesTo ? (int)Math.Min(bytes.Length, piecesTo - done) : 1);
                var length = decoder.GetChars(bytes, 0, read, characters, 0, flush: read == 0);
                foreach (var c in characters.AsSpan(0, length))
                {
                    // One end of a line, whether of Unix, of Windows or of old Macs.
                    if (c == '\r' || (c == '\n' && last != '\r'))
                        lines++;
                    last = c;
                }

                if (read == 0)
                    return (done, lines);
                done += read;
            }
        }
        catch (DecoderFallbackException)
        {
            return (done, lines);
        }
    }

    /// <summary>UTF-8 that throws at the first byte that is none.</summary>
    private sealed class CheckedUtf8(Stream stream) : Stream
    {
        private const int LongestCharacter = 4;

        private readonly byte[] _begun = new byte[LongestCharacter];
        private int _begunLength;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = stream.Read(buffer);
            if (buffer.Length > 0)
                Check(buffer[..read], isEnd: read == 0);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Check(ReadOnlySpan<byte> bytes, bool isEnd)
        {
            if (_begunLength > 0)
            {
                // A character that lies across two reads.
                Span<byte> character = stackalloc byte[2 * LongestCharacter];
                _begun.AsSpan(0, _begunLength).CopyTo(character);
                var taken = Math.Min(bytes.Length, LongestCharacter);
                bytes[..taken].CopyTo(character[_begunLength..]);
                var all = character[..(_begunLength + taken)];
                var status = Rune.DecodeFromUtf8(all, out _, out var length);
                if (status == System.Buffers.OperationStatus.InvalidData
                    || (status == System.Buffers.OperationStatus.NeedMoreData && isEnd))
                    throw new DecoderFallbackException();
                if (status == System.Buffers.OperationStatus.NeedMoreData)
                {
                    all.CopyTo(_begun);
                    _begunLength = all.Length;
                    return;
                }

                bytes = bytes[(length - _begunLength)..];
                _begunLength = 0;
            }

            if (Utf8.IsValid(bytes))
                return;
            for (var at = 0; at < bytes.Length;)
            {
                var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
                if (status == System.Buffers.OperationStatus.NeedMoreData)
                {
                    bytes[at..].CopyTo(_begun);
                    _begunLength = bytes.Length - at;
                    return;
                }

                if (status != System.Buffers.OperationStatus.Done)
                    throw new DecoderFallbackException();

                at += length;
            }
        }
    }
}
