namespace KeyAccount.Core.Grading;

/// <summary>The accounts of one part of a portfolio whose tier is still open after the second pass: their revenue is about as large as a
/// cut.</summary>
/// <remarks>Made by <see cref="ParetoSummary.Draft"/>. Immutable and safe to share between threads; compared by reference.</remarks>
public sealed class ParetoDraft
{
    private readonly ParetoSummary _whole;
    private readonly ParetoCut _a;
    private readonly ParetoCut _b;
    private readonly int[] _indexes;
    private readonly long[] _amounts;

    internal ParetoDraft(ParetoSummary whole, ParetoCut a, ParetoCut b, int[] indexes, long[] amounts)
    {
        _whole = whole;
        _a = a;
        _b = b;
        _indexes = indexes;
        _amounts = amounts;
    }

    /// <summary>How many accounts of the part are open.</summary>
    public int Count => _indexes.Length;

    /// <summary>The limits of the whole portfolio: what the open accounts of all its parts decide together.</summary>
    /// <param name="parts">The drafts of all parts, in any order.</param>
    /// <returns>The limits; with them each part can be completed, and any account be graded.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is none, or they are not by the same summary, cuts and rule.</exception>
    public static ParetoLimits LimitsOf(IReadOnlyCollection<ParetoDraft> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        foreach (var part in parts)
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
        if (parts.Count == 0)
            throw new ArgumentException("parts is empty; it must hold the drafts of all parts of the portfolio.", nameof(parts));
        var first = parts.First();
        if (parts.Any(part => part._whole != first._whole || part._a != first._a || part._b != first._b))
            throw new ArgumentException("parts are not by the same summary with the same cuts and the same rule.", nameof(parts));
        var open = parts.SelectMany(part => part._amounts);
        return new(first._a.Limit(open), first._b.Limit(open));
    }

    /// <summary>Grades what is open.</summary>
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
