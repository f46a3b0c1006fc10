using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The information that the pieces of a scale give about an event, before any points are assigned: weight of evidence (WoE) and
/// information value (IV).</summary>
/// <remarks>IV = Σ (eᵢ − nᵢ)·WoEᵢ, WoEᵢ = ln(eᵢ/nᵢ), where e and n are the shares of all events and of all others in the piece. It finds
/// what the points of a scale hide: that a piece in the middle is the worst. Immutable; equal when every part is.</remarks>
public sealed record InformationValue
{
    /// <summary>The information value, 0 or more; 0 if the pieces give no information.</summary>
    public double Value { get; init; }

    /// <summary>The pieces in the order of the scale.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<EvidencePiece> Pieces { get; init => field = ValueList.Of(value); } = ValueList<EvidencePiece>.Empty;

    /// <summary>Calculates the information value from counts by piece.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="events">The number of accounts with the event in each piece; finite, at least 0, one of them above 0.</param>
    /// <param name="nonEvents">The number of accounts without the event in each piece.</param>
    /// <returns>The information value. If a piece lacks one kind of account, that kind counts as half an account, because the logarithm
    /// would be infinite.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or one kind of account is missing altogether.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite; the message gives its index.</exception>
    public static InformationValue Of(
        IReadOnlyList<ScalePiece> pieces, IReadOnlyList<double> events, IReadOnlyList<double> nonEvents)
    {
        Guard.NoNull(pieces);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(nonEvents);
        if (events.Count != pieces.Count || nonEvents.Count != pieces.Count)
        {
            throw new ArgumentException(Invariant(
                $"events has {events.Count} and nonEvents {nonEvents.Count} counts; both must have {pieces.Count}, one for each piece."));
        }

        var parts = Divergence(events, nonEvents, nameof(events), nameof(nonEvents));
        var (allEvents, allOthers) = (events.Sum(), nonEvents.Sum());
        return new()
        {
            Value = parts.Sum(),
            Pieces =
            [
                .. pieces.Select((piece, i) => new EvidencePiece(
                    piece, events[i], nonEvents[i],
                    events[i] + nonEvents[i] == 0
                        ? null : Math.Log(Filled(events[i]) / allEvents / (Filled(nonEvents[i]) / allOthers)))),
            ],
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"InformationValue {{ Value = {Value}, Pieces = {Pieces} }}");

    /// <summary>(pᵢ − qᵢ)·ln(pᵢ/qᵢ), which the population stability index also consists of.</summary>
    internal static double[] Divergence(
        IReadOnlyList<double> one, IReadOnlyList<double> other, string nameOfOne, string nameOfOther)
    {
        var (all, allOther) = (Total(one, nameOfOne), Total(other, nameOfOther));
        var parts = new double[one.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            if (one[i] == 0 && other[i] == 0)
                continue;
            var (p, q) = (Filled(one[i]) / all, Filled(other[i]) / allOther);
            parts[i] = (p - q) * Math.Log(p / q);
        }

        return parts;
    }

    private static double Filled(double count) => count == 0 ? 0.5 : count;

    private static double Total(IReadOnlyList<double> counts, string name)
    {
        for (var i = 0; i < counts.Count; i++)
        {
            if (!(counts[i] >= 0 && counts[i] <= double.MaxValue))
                Guard.FiniteNotNegative(counts[i], Invariant($"{name}[{i}]"));
        }

        var sum = counts.Sum();
        return sum > 0 && double.IsFinite(sum)
            ? sum
            : throw new ArgumentException(Invariant($"The sum of {name} is {sum}; it must be finite and above 0."), name);
    }
}
