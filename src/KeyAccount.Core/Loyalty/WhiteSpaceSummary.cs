using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>The white space of a portfolio in figures: every category over all units, and the units with the largest open
/// amounts.</summary>
/// <param name="Accounts">The number of accounts whose spending by category is known.</param>
/// <param name="UnitCount">The number of their units; an account that is not split counts as one.</param>
/// <param name="Categories">The categories, the one with the largest open amount first.</param>
/// <param name="Units">The units with the largest open amounts, in descending order.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record WhiteSpaceSummary(
    int Accounts, int UnitCount, IReadOnlyList<CategorySpace> Categories, IReadOnlyList<UnitSpace> Units)
{
    /// <summary>The default number of units in a summary: 20.</summary>
    public const int MostUnits = 20;

    /// <summary>The categories, the one with the largest open amount first.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<CategorySpace> Categories { get; init => field = ValueList.Of(value, nameof(Categories)); } =
        ValueList.Of(Categories);

    /// <summary>The units with the largest open amounts, in descending order.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<UnitSpace> Units { get; init => field = ValueList.Of(value, nameof(Units)); } = ValueList.Of(Units);

    /// <summary>The yearly open amount, over all categories.</summary>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal OpenAmount => DecimalOverflow.Named(
        () => Categories.Sum(each => each.OpenAmount), "WhiteSpaceSummary.OpenAmount", (nameof(Categories), Categories));

    /// <summary>The yearly amount that competitors have, over all categories.</summary>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal CompetitorAmount => DecimalOverflow.Named(
        () => Categories.Sum(each => each.CompetitorAmount), "WhiteSpaceSummary.CompetitorAmount", (nameof(Categories), Categories));

    /// <summary>The white space for a person: the matrix of units and categories, and the categories in figures.</summary>
    /// <param name="currency">The currency of the amounts; null if not stated.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string? currency = null, string language = Language.English) =>
        WhiteSpaceDocuments.Of(this, currency, language);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many accounts and categories there are.</returns>
    public override string ToString() => Invariant(
        $"WhiteSpaceSummary {{ Accounts = {Accounts}, UnitCount = {UnitCount}, Categories = {Categories.Count} }}");
}
