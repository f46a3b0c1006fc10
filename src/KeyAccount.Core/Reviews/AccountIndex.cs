using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An index of the accounts in a stream of JSON. A large file is scanned once without being held in memory; its accounts can then
/// be read in any order.</summary>
internal sealed class AccountIndex
{
    private const int FirstBuffer = 1 << 16;

    // Far beyond any account, and little enough to be held.
    private const int MostBytes = 1 << 28;

    private static readonly JsonReaderOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly Stream _stream;
    private readonly string _model;
    private readonly List<(long Offset, int Length)> _spans = [];
    private FileFormat? _format;
    private int _version = 1;

    private AccountIndex(Stream stream, string model) => (_stream, _model) = (stream, model);

    /// <summary>The length of the file.</summary>
    public long Length { get; private set; }

    /// <summary>The position after the opening brace of the object.</summary>
    public long Opening { get; private set; }

    /// <summary>Whether the object has no properties.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>The place of the file's version; null if it states none.</summary>
    public (long Offset, int Length)? StatedVersion { get; private set; }

    /// <summary>The object without its accounts, as JSON; if the stream holds something else, that value.</summary>
    public ReadOnlyMemory<byte> Head { get; private set; }

    public int Count => _spans.Count;

    /// <summary>Scans a file of any version; its accounts and its head are then read in the current version.</summary>
    public static AccountIndex Of(Stream stream, FileFormat format, Action<long>? progress)
    {
        var index = Of(stream, format.Name, progress);
        using (var head = JsonDocument.Parse(index.Head, CheckedJson.Tolerant))
            index._version = format.VersionOf(head.RootElement);
        index._format = format;
        index.Head = format.HeadInCurrent(index.Head, index._version);
        return index;
    }

    /// <summary>Scans a file that is read as it is.</summary>
    public static AccountIndex Of(Stream stream, string model, Action<long>? progress)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
            throw new ArgumentException("stream cannot seek; it is read more than once.", nameof(stream));
        var index = new AccountIndex(stream, model);
        try
        {
            index.Scan(progress);
        }
        catch (JsonException e)
        {
            throw new InvalidModelException(model, [new("$", $"it is not valid JSON: {e.Message}")]);
        }
        catch (ValueTooLongException)
        {
            throw new InvalidModelException(model, [new(
                Invariant($"accounts[{index.Count}]"), Invariant($"a value in it, or after it, is longer than {MostBytes >> 20} MB"))]);
        }

        return index;
    }

    /// <summary>The place of an account in the stream.</summary>
    public (long Offset, int Length) Span(int index) => _spans[index];

    /// <summary>Copies a part of the file.</summary>
    public void Copy(long from, long to, Stream target)
    {
        var buffer = new byte[(int)Math.Min(FirstBuffer, Math.Max(0, to - from))];
        _stream.Position = from;
        for (var left = to - from; left > 0;)
        {
            var read = _stream.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0)
                throw new InvalidModelException(_model, [new("$", "it is cut off; the stream became shorter while it was being read")]);
            target.Write(buffer, 0, read);
            left -= read;
        }
    }

    /// <summary>The white space at a position, up to a line of ordinary length.</summary>
    public byte[] SpaceAt(long place)
    {
        var bytes = new byte[256];
        _stream.Position = place;
        var read = _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var length = bytes.AsSpan(0, read).IndexOfAnyExcept(" \t\r\n"u8);
        return bytes[..(length < 0 ? 0 : length)];
    }

    /// <summary>The bytes of an account; safe to call from several threads.</summary>
    public ReadOnlyMemory<byte> this[int index]
    {
        get
        {
            var (offset, length) = _spans[index];
            var bytes = GC.AllocateUninitializedArray<byte>(length);
            int read;
            lock (_spans)
            {
                _stream.Position = offset;
                read = _stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
            }

            return read == length
                ? bytes
                : throw new InvalidModelException(
                    _model, [new(Invariant($"accounts[{index}]"), "it is cut off; the stream became shorter while it was being read")]);
        }
    }

    // In the current version.
    private ReadOnlyMemory<byte> Current(int index) => _format?.AccountInCurrent(this[index], _version) ?? this[index];

    private JsonDocument Parse(int index) => JsonDocument.Parse(Current(index), CheckedJson.Tolerant);

    // The id of an account that cannot be read: what a person finds it by.
    private string? IdOf(int index)
    {
        try
        {
            using var account = Parse(index);
            return account.RootElement.ValueKind == JsonValueKind.Object && account.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidModelException)
        {
            return null;
        }
    }

    /// <summary>Reads what is readable of a faulty account: its identity and its purchases.</summary>
    public AccountFile Glimpse(int index)
    {
        JsonDocument account;
        try
        {
            account = Parse(index);
        }
        catch (Exception e) when (e is JsonException or InvalidModelException)
        {
            return new() { Id = "" };
        }

        // Each part by itself, so that a faulty one does not hide the others.
        using (account)
        {
            if (account.RootElement.ValueKind != JsonValueKind.Object)
                return new() { Id = "" };
            var known = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
            try
            {
                foreach (var (name, bytes) in PartsOf(account.RootElement))
                {
                    known[name] = bytes;
                    if (TryRead(known) is null)
                        known.Remove(name);
                }
            }
            catch (InvalidOperationException)
            {
                // A text that is not valid UTF-8; what was read before it is known.
            }

            return TryRead(known) ?? new() { Id = "" };
        }
    }

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> PartsOf(JsonElement account)
    {
        foreach (var name in (string[])["id", "name", "parent", "sameAs", "currency", "owner", "asOf", "purchases"])
        {
            if (account.TryGetProperty(name, out var part))
                yield return (name, Encoding.UTF8.GetBytes(part.GetRawText()));
        }

        if (account.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty("annualPurchases", out var purchases))
        {
            yield return ("value", Encoding.UTF8.GetBytes($$"""{"annualPurchases":{{purchases.GetRawText()}}}"""));
        }
    }

    private static AccountFile? TryRead(Dictionary<string, ReadOnlyMemory<byte>> parts)
    {
        var json = new ArrayBufferWriter<byte>();
        json.Write("{"u8);
        foreach (var (name, bytes) in parts)
            Write(json, Encoding.UTF8.GetBytes($"\"{name}\""), bytes.Span);
        if (!parts.ContainsKey("id"))
            Write(json, "\"id\""u8.ToArray(), "\"\""u8);
        json.Write("}"u8);
        try
        {
            return CheckedJson.Read(json.WrittenMemory, ReviewJson.Default.AccountFile, "account");
        }
        catch (InvalidModelException)
        {
            return null;
        }
    }

    /// <summary>Reads an account. Faults are reported with its index in the stream, and the result is then null.</summary>
    public T? Read<T>(int index, JsonTypeInfo<T> type, List<ModelFault> faults)
        where T : class
    {
        try
        {
            return CheckedJson.Read(Current(index), type, _model);
        }
        catch (InvalidModelException e)
        {
            var (path, id) = (Invariant($"accounts[{index}]"), IdOf(index));
            faults.AddRange(e.Faults.Select(fault => fault.Under(path) with { AccountId = id }));
            return null;
        }
    }

    private void Scan(Action<long>? progress)
    {
        var window = new Window(_stream);
        var head = new ArrayBufferWriter<byte>();
        window.Next();
        if (window.Token != JsonTokenType.StartObject)
        {
            // Not the value, which may be long: one of its kind, for its reader to refuse.
            Head = window.Token switch
            {
                JsonTokenType.StartArray => "[]"u8.ToArray(),
                JsonTokenType.String => "\"\""u8.ToArray(),
                JsonTokenType.Number => "0"u8.ToArray(),
                JsonTokenType.Null => "null"u8.ToArray(),
                _ => "true"u8.ToArray(),
            };
            window.Skip();
            window.End();
            return;
        }

        head.Write("{"u8);
        Opening = window.Position;
        while (window.Next() && window.Token == JsonTokenType.PropertyName)
        {
            IsEmpty = false;
            var name = window.Value;
            window.Next();
            if (Window.IsNamed(name, "accounts") && window.Token == JsonTokenType.StartArray)
            {
                // What is duplicated is told by the reader of the head, which sees both.
                Write(head, name, "[]"u8);
                while (window.Next() && window.Token != JsonTokenType.EndArray)
                {
                    var start = window.TokenStart;
                    window.Skip();
                    _spans.Add((start, checked((int)(window.Position - start))));
                    progress?.Invoke(window.Position);
                }
            }
            else
            {
                var start = window.TokenStart;
                window.Skip();
                if (Window.IsNamed(name, FileFormat.VersionName))
                    StatedVersion = (start, checked((int)(window.Position - start)));
                Write(head, name, window.Bytes(start));
            }
        }

        window.End();
        Length = _stream.Length;
        head.Write("}"u8);
        Head = head.WrittenMemory;
    }

    private static void Write(ArrayBufferWriter<byte> head, byte[] name, ReadOnlySpan<byte> value)
    {
        if (head.WrittenCount > 1)
            head.Write(","u8);
        head.Write(name);
        head.Write(":"u8);
        head.Write(value);
    }

    private sealed class ValueTooLongException : Exception;

    /// <summary>A token reader over a stream that holds no more of it than the current value.</summary>
    private sealed class Window
    {
        private readonly Stream _stream;
        private byte[] _buffer = new byte[FirstBuffer];
        private int _start;
        private int _end;
        private long _offset;
        private bool _isFinal;
        private JsonReaderState _state = new(Tolerant);

        public Window(Stream stream)
        {
            _stream = stream;
            _stream.Position = 0;
            Fill();
            if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
                _start = 3;
        }

        public JsonTokenType Token { get; private set; }

        /// <summary>The token with its quotation marks.</summary>
        public byte[] Value { get; private set; } = [];

        public long TokenStart { get; private set; }

        public long Position => _offset + _start;

        public bool Next()
        {
            while (true)
            {
                var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
                if (reader.Read())
                {
                    Token = reader.TokenType;
                    TokenStart = Position + reader.TokenStartIndex;
                    if (Token == JsonTokenType.PropertyName)
                        Value = _buffer.AsSpan(_start + (int)reader.TokenStartIndex, reader.ValueSpan.Length + 2).ToArray();
                    Advance(reader.BytesConsumed, reader.CurrentState);
                    return true;
                }

                if (_isFinal)
                    return false;
                Fill();
            }
        }

        /// <summary>Skips the value whose first token was just read, keeping all of it in the window.</summary>
        public void Skip()
        {
            if (Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                return;
            var depth = 1;
            var keep = (int)(TokenStart - _offset);
            while (depth > 0)
            {
                var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
                while (depth > 0 && reader.Read())
                {
                    depth += reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1
                        : reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray ? -1
                        : 0;
                }

                Advance(reader.BytesConsumed, reader.CurrentState);
                if (depth > 0)
                    keep = Fill(keep);
            }
        }

        /// <summary>The bytes from a position in the value that was just skipped.</summary>
        public ReadOnlySpan<byte> Bytes(long start) => _buffer.AsSpan((int)(start - _offset), (int)(Position - start));

        public static bool IsNamed(byte[] name, string expected)
        {
            var reader = new Utf8JsonReader(name);
            return reader.Read() && reader.ValueTextEquals(expected);
        }

        /// <summary>Checks that nothing follows the end.</summary>
        public void End()
        {
            while (Next())
            {
            }
        }

        private void Advance(long consumed, JsonReaderState state)
        {
            _start += (int)consumed;
            _state = state;
        }

        private void Fill() => Fill(_start);

        // Moves what is still needed to the front and reads on; a value larger than the window makes it grow.
        private int Fill(int keep)
        {
            _buffer.AsSpan(keep, _end - keep).CopyTo(_buffer);
            _offset += keep;
            _start -= keep;
            _end -= keep;
            if (_end == MostBytes)
                throw new ValueTooLongException();
            if (_end == _buffer.Length)
                Array.Resize(ref _buffer, checked(2 * _buffer.Length));
            var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            _isFinal = read == 0;
            return 0;
        }
    }
}
