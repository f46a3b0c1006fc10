using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>The white space of one account, field by field.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record WhiteSpaceReview
{
    /// <summary>The fields: what is open first, then what competitors have, what nobody knows, what is ours, and where we cannot sell; in
    /// each the largest first.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<WhiteSpaceCell> Cells { get; init => field = ValueList.Of(value, nameof(Cells)); }

    /// <summary>The yearly open amount, over the fields for which it is known; estimates are left out.</summary>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal OpenAmount => SumOf(SpaceState.Open);

    /// <summary>The yearly amount that competitors have; estimates are left out.</summary>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal CompetitorAmount => SumOf(SpaceState.Competitor);

    /// <summary>The largest open field; null if none is open.</summary>
    [JsonIgnore]
    public WhiteSpaceCell? Largest => Cells.FirstOrDefault(cell => cell.State == SpaceState.Open && cell.Size > 0);

    /// <summary>The largest unknown field for which peers suggest a demand; null if there is none.</summary>
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
    /// <param name="currency">The currency of the amounts; null if not stated.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
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

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many fields there are, and what is open.</returns>
    public override string ToString() => Invariant($"WhiteSpaceReview {{ Cells = {Cells.Count}, Largest = {Largest} }}");

    private decimal SumOf(SpaceState state) => DecimalOverflow.Named(
        () => Cells.Where(cell => cell.State == state && !cell.IsEstimated).Sum(cell => cell.Size ?? 0), $"WhiteSpaceReview.{state}Amount",
        (nameof(Cells), Cells));
}
