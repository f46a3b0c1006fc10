using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A person's pay for a period, line by line. The lines sum exactly to the total.</summary>
/// <param name="PlanId">The id of the plan.</param>
/// <param name="OnTargetEarnings">The pay on target, base and incentive together.</param>
/// <param name="Lines">The lines: base pay, each measure, and a guarantee if it tops up the incentive.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Lines"/> or an item of it is null.</exception>
public sealed record PayStatement(string PlanId, decimal OnTargetEarnings, IReadOnlyList<PayLine> Lines)
{
    /// <inheritdoc cref="PayStatement" path="/param[@name='Lines']"/>
    public IReadOnlyList<PayLine> Lines { get; } = ValueList.Of(Lines);

    /// <summary>The total pay: the sum of the lines.</summary>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal Total => DecimalOverflow.Named(
        () => Lines.Sum(line => line.Amount), "PayStatement.Total", (nameof(OnTargetEarnings), OnTargetEarnings));

    /// <summary>Describes the statement for a person: every line with its calculation, and the total.</summary>
    /// <param name="currency">The currency of the amounts; null to show none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string? currency = null, string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(language);
        return SalesTeamDocuments.Of(this, currency, language);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The plan, the pay on target, and each line with its amount.</returns>
    public override string ToString() => Invariant($"PayStatement {{ PlanId = {PlanId}, OnTargetEarnings = {OnTargetEarnings}, ")
        + $"Lines = {string.Join(", ", Lines.Select(line => Invariant($"{line.Key} {line.Amount}")))} }}";
}
