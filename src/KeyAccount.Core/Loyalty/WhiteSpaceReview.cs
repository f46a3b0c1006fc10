using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>What one account buys elsewhere, field by field.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record WhiteSpaceReview
{
    /// <summary>The fields: what is open first, then what competitors have, what nobody knows, what is ours, and where we cannot sell; in
    /// each the largest first.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
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

    /// <summary>The fields for a person: who has each, what is open, and what peers buy.</summary>
    /// <param name="title">The title, such as the name of the account.</param>
    /// <param name="currency">The currency of the amounts; null where it is not said.</param>
    /// <param name="language">The language, as a BCP 47 tag; where it is not spoken, its parent language, then English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="title"/> or <paramref name="language"/> is null.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public Document Describe(string title, string? currency = null, string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(language);
        var writer = new DocumentWriter(language);
        return writer.Document(
            title,
            [
                writer.Paragraph(
                    "Loyalty.WhiteSpace.totalsOfOne", new NumberCell(OpenAmount, 0, currency),
                    new NumberCell(CompetitorAmount, 0, currency)),
                .. WhiteSpaceDocuments.Of(this, currency, writer),
            ]);
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>How many fields there are, and what is open.</returns>
    public override string ToString() => Invariant($"WhiteSpaceReview {{ Cells = {Cells.Count}, Largest = {Largest} }}");

    private decimal SumOf(SpaceState state) => DecimalOverflow.Named(
        () => Cells.Where(cell => cell.State == state && !cell.IsEstimated).Sum(cell => cell.Size ?? 0), $"WhiteSpaceReview.{state}Amount",
        (nameof(Cells), Cells));
}
