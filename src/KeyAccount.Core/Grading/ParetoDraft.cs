using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Grading;

/// <summary>The accounts of one part of a portfolio whose tier is still open after the second pass, because their revenue is close to a
/// cut.</summary>
/// <remarks>Made by <see cref="ParetoSummary.Draft"/>. A value: immutable, safe to share between threads, and equal when the whole
/// portfolio, the cuts and the open accounts are; <see cref="ToBytes"/> and JSON carry it to another process or machine.</remarks>
[JsonConverter(typeof(ParetoDraftJsonConverter))]
public sealed class ParetoDraft : IEquatable<ParetoDraft>
{
    private const byte Tag = (byte)'D';

    private readonly (long Count, Int128 Total) _whole;
    private readonly ParetoCut _a;
    private readonly ParetoCut _b;
    private readonly int[] _indexes;
    private readonly long[] _amounts;

    internal ParetoDraft(ParetoSummary whole, ParetoCut a, ParetoCut b, int[] indexes, long[] amounts)
        : this((whole.Count, whole.Total), a, b, indexes, amounts)
    {
    }

    private ParetoDraft((long Count, Int128 Total) whole, ParetoCut a, ParetoCut b, int[] indexes, long[] amounts)
    {
        _whole = whole;
        _a = a;
        _b = b;
        _indexes = indexes;
        _amounts = amounts;
    }

    /// <summary>The number of open accounts in the part.</summary>
    public int Count => _indexes.Length;

    /// <summary>The limits of the whole portfolio, from the open accounts of all its parts.</summary>
    /// <param name="parts">The drafts of all parts, in any order.</param>
    /// <returns>The limits; with them each part can be completed, and any account be graded.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is none, they are not by equal summaries with the same cuts and rule, or they are not the
    /// drafts of all parts, each once.</exception>
    public static ParetoLimits LimitsOf(IReadOnlyCollection<ParetoDraft> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        foreach (var part in parts)
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
        if (parts.Count == 0)
            throw new ArgumentException("parts is empty; it must hold the drafts of all parts of the portfolio.", nameof(parts));
        var first = parts.First();
        if (parts.Any(part => part._whole != first._whole || part._a != first._a || part._b != first._b))
            throw new ArgumentException("parts were not made with equal summaries, cuts and rules.", nameof(parts));
        var open = parts.SelectMany(part => part._amounts);
        return new(first._a.Limit(open), first._b.Limit(open));
    }

    /// <summary>Reads what <see cref="ToBytes"/> has written.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>A draft equal to the one that was written.</returns>
    /// <exception cref="FormatException">The bytes are not a draft: cut off, changed, or of a version that this library does not read; the
    /// message says which.</exception>
    public static ParetoDraft FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new ParetoReader(bytes, Tag, "Pareto draft");
        var whole = (reader.ReadLong(), reader.ReadInt128());
        var (a, b) = (ParetoCut.Read(ref reader), ParetoCut.Read(ref reader));

        // Each open account takes two bytes at least.
        var count = reader.ReadCount(reader.Left / 2);
        var (indexes, amounts) = (new int[count], new long[count]);
        var index = -1L;
        for (var i = 0; i < count; i++)
        {
            index += 1L + reader.ReadCount(int.MaxValue);
            amounts[i] = reader.ReadLong();
            if (index >= int.MaxValue || !(a.Holds(amounts[i]) || b.Holds(amounts[i])))
                throw reader.Fault("it holds an account that is not open");
            indexes[i] = (int)index;
        }

        reader.End();
        return new(whole, a, b, indexes, amounts);
    }

    /// <summary>The draft in a compact form, for another process or machine, with a version and a checksum; a few bytes per open account.
    /// </summary>
    /// <returns>The bytes; the same for equal drafts, on every machine.</returns>
    public byte[] ToBytes()
    {
        var writer = new ParetoWriter(Tag);
        writer.Write(_whole.Count);
        writer.Write(_whole.Total);
        _a.Write(writer);
        _b.Write(writer);
        writer.Write(_indexes.Length);
        for (var i = 0; i < _indexes.Length; i++)
        {
            writer.Write(_indexes[i] - (i == 0 ? -1 : _indexes[i - 1]) - 1);
            writer.Write(_amounts[i]);
        }

        return writer.ToBytes();
    }

    /// <inheritdoc/>
    public bool Equals(ParetoDraft? other) => ReferenceEquals(this, other)
        || (other is not null && _whole == other._whole && _a == other._a && _b == other._b
            && _indexes.AsSpan().SequenceEqual(other._indexes) && _amounts.AsSpan().SequenceEqual(other._amounts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParetoDraft);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_whole, _a, _b, _indexes.Length);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many accounts are open.</returns>
    public override string ToString() => Invariant($"ParetoDraft {{ Count = {Count} }}");

    /// <summary>Grades the open accounts.</summary>
    /// <param name="limits">The limits of the whole portfolio.</param>
    /// <param name="tierValues">The tiers of the part, as <see cref="ParetoSummary.Draft"/> has filled them.</param>
    /// <exception cref="ArgumentException"><paramref name="tierValues"/> is too short to be that of this part.</exception>
    public void Complete(ParetoLimits limits, Span<byte> tierValues)
    {
        if (_indexes is [.., var last] && last >= tierValues.Length)
        {
            throw new ArgumentException(
                $"tierValues has the length {tierValues.Length}; it must be that of the part, which has an account at {last}.",
                nameof(tierValues));
        }

        for (var i = 0; i < _indexes.Length; i++)
            tierValues[_indexes[i]] = (byte)limits.ValueOf(_amounts[i]);
    }
}
