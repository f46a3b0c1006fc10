using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Grading;

/// <summary>Writes the compact form of a part of a portfolio: a tag, a version, numbers of variable length, and a checksum.</summary>
internal sealed class ParetoWriter
{
    private readonly List<byte> _bytes = [];

    public ParetoWriter(byte tag) => _bytes.AddRange([(byte)'K', (byte)'P', tag, ParetoReader.Version]);

    /// <summary>A number that is not negative, seven bits to a byte, the lowest first.</summary>
    public void Write(UInt128 number)
    {
        for (; number >= 0x80; number >>= 7)
            _bytes.Add((byte)((byte)(number & 0x7F) | 0x80));
        _bytes.Add((byte)number);
    }

    public void Write(long number) => Write((UInt128)number);

    public void Write(Int128 number) => Write((UInt128)number);

    /// <summary>Everything written, with its checksum.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[_bytes.Count + sizeof(uint)];
        _bytes.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(_bytes.Count), ParetoReader.ChecksumOf(bytes.AsSpan(0, _bytes.Count)));
        return bytes;
    }
}

/// <summary>Reads what a <see cref="ParetoWriter"/> has written, and refuses anything else.</summary>
internal ref struct ParetoReader
{
    public const byte Version = 1;

    private const int HeadLength = 4;

    private readonly string _kind;
    private ReadOnlySpan<byte> _left;

    /// <summary>A reader of bytes that a writer made.</summary>
    /// <exception cref="FormatException">The bytes are not a whole value of this kind and version.</exception>
    public ParetoReader(ReadOnlySpan<byte> bytes, byte tag, string kind)
    {
        _kind = kind;
        if (bytes.Length < HeadLength + sizeof(uint) || bytes[0] != 'K' || bytes[1] != 'P' || bytes[2] != tag)
            throw Fault("they do not begin as one does");
        if (bytes[3] != Version)
            throw Fault(Invariant($"they have the version {bytes[3]}; this library reads the version {Version}"));
        var content = bytes[..^sizeof(uint)];
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]) != ChecksumOf(content))
            throw Fault("their checksum is wrong: they are cut off or changed");
        _left = content[HeadLength..];
    }

    public UInt128 ReadNumber()
    {
        UInt128 number = 0;
        for (var shift = 0; _left.Length > 0; shift += 7)
        {
            var part = _left[0];
            _left = _left[1..];
            var bits = (UInt128)(part & 0x7F);
            if (shift > 126 || (bits << shift) >> shift != bits)
                break;
            number |= bits << shift;
            if (part < 0x80)
                return number;
        }

        throw Fault("a number in them has no end");
    }

    public long ReadLong() => ReadNumber() is var number && number <= long.MaxValue ? (long)number : throw Fault("a number is too large");

    public Int128 ReadInt128() =>
        ReadNumber() is var number && number <= (UInt128)Int128.MaxValue ? (Int128)number : throw Fault("a number is too large");

    public int ReadCount(int most) => ReadNumber() is var number && number <= (UInt128)most ? (int)number
        : throw Fault(Invariant($"a number is {number}; it must be at most {most}"));

    /// <summary>The number of bytes left, which is the upper limit for the number of items.</summary>
    public readonly int Left => _left.Length;

    public readonly void End()
    {
        if (_left.Length > 0)
            throw Fault("there are more bytes after their end");
    }

    public readonly FormatException Fault(string what) => new($"The bytes are not {English.WithArticle(_kind)}: {what}.");

    // FNV-1a: it tells accidents, not attacks.
    public static uint ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261;
        foreach (var each in bytes)
            hash = unchecked((hash ^ each) * 16777619);
        return hash;
    }
}

/// <summary>The JSON of a part of a portfolio: figures for a person, and the compact form as Base64, which is the one that is
/// read.</summary>
internal abstract class ParetoJsonConverter<T>(Func<T, byte[]> toBytes, Func<byte[], T> fromBytes) : JsonConverter<T>
{
    private const string Bytes = "Bytes";

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty(Bytes, out var bytes)
            || bytes.ValueKind != JsonValueKind.String || !bytes.TryGetBytesFromBase64(out var read))
        {
            throw new JsonException($"{English.WithArticle(typeof(T).Name)} is an object whose {Bytes} are a text in Base64.");
        }

        T value;
        try
        {
            value = fromBytes(read);
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }

        foreach (var (name, number) in Shown(value))
        {
            if (root.TryGetProperty(name, out var said) && said.GetRawText() != Invariant($"{number}"))
                throw new JsonException(Invariant($"{name} is {said.GetRawText()}, and the {Bytes} say {number}."));
        }

        return value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, number) in Shown(value))
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(Invariant($"{number}"));
        }

        writer.WriteBase64String(Bytes, toBytes(value));
        writer.WriteEndObject();
    }

    protected abstract IEnumerable<(string Name, Int128 Number)> Shown(T value);
}

internal sealed class ParetoSummaryJsonConverter() : ParetoJsonConverter<ParetoSummary>(
    summary => summary.ToBytes(), bytes => ParetoSummary.FromBytes(bytes))
{
    protected override IEnumerable<(string Name, Int128 Number)> Shown(ParetoSummary value) =>
        [(nameof(value.Count), value.Count), (nameof(value.Total), value.Total)];
}

internal sealed class ParetoDraftJsonConverter() : ParetoJsonConverter<ParetoDraft>(
    draft => draft.ToBytes(), bytes => ParetoDraft.FromBytes(bytes))
{
    protected override IEnumerable<(string Name, Int128 Number)> Shown(ParetoDraft value) => [(nameof(value.Count), value.Count)];
}

/// <summary>The JSON of limits: both as numbers. A limit that is missing is a fault, not 0.</summary>
internal sealed class ParetoLimitsJsonConverter : JsonConverter<ParetoLimits>
{
    public override ParetoLimits Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var (a, b) = (Limit(document.RootElement, "A"), Limit(document.RootElement, "B"));
        return b >= 0 && a >= b ? new(a, b)
            : throw new JsonException(Invariant($"The limits are {a} and {b}; B's must be at least 0, and A's at least B's."));
    }

    public override void Write(Utf8JsonWriter writer, ParetoLimits value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("A");
        writer.WriteRawValue(Invariant($"{value.A}"));
        writer.WritePropertyName("B");
        writer.WriteRawValue(Invariant($"{value.B}"));
        writer.WriteEndObject();
    }

    private static Int128 Limit(JsonElement limits, string name) =>
        limits.ValueKind == JsonValueKind.Object && limits.TryGetProperty(name, out var limit) && limit.ValueKind == JsonValueKind.Number
            && Int128.TryParse(limit.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : throw new JsonException(
                $"Pareto limits are an object with the whole numbers A and B; {name} is missing or not a whole number.");
}
