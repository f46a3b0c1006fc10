using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>What one account buys elsewhere, field by field.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record WhiteSpaceReview
{
    /// <summary>The fields: what is open first, then what competitors have, what nobody knows, what is ours, and where we cannot sell; in
    /// each the largest first.</summary>
    public required IReadOnlyList<WhiteSpaceCell> Cells { get; init => field = ValueList.Of(value, nameof(Cells)); }

    /// <summary>What is open in a year, of the fields of which that is known; what is estimated is left out.</summary>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal OpenAmount => SumOf(SpaceState.Open);

    /// <summary>What competitors have of it in a year; what is estimated is left out.</summary>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal CompetitorAmount => SumOf(SpaceState.Competitor);

    /// <summary>The largest open field; null where none is open.</summary>
    [JsonIgnore]
    public WhiteSpaceCell? Largest => Cells.FirstOrDefault(cell => cell.State == SpaceState.Open && cell.Size > 0);

    /// <summary>The largest field that nobody knows and that peers let us expect something of; null where there is none.</summary>
    [JsonIgnore]
    public WhiteSpaceCell? Missing => Cells.FirstOrDefault(cell => cell.State == SpaceState.Unknown && cell.Size > 0);

    /// <summary>The fields in a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The fields, the largest first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public IReadOnlyList<WhiteSpaceCell> In(SpaceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. Cells.Where(cell => cell.State == state)];
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>How many fields there are, and what is open.</returns>
    public override string ToString() => Invariant($"WhiteSpaceReview {{ Cells = {Cells.Count}, Largest = {Largest} }}");

    private decimal SumOf(SpaceState state) => DecimalOverflow.Named(
        () => Cells.Where(cell => cell.State == state && !cell.IsEstimated).Sum(cell => cell.Size ?? 0), $"WhiteSpaceReview.{state}Amount",
        (nameof(Cells), Cells));
}
