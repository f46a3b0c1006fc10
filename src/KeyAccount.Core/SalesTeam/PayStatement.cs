using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>What somebody is paid for a period, line by line: the lines sum to the total exactly.</summary>
/// <param name="PlanId">The plan that was applied.</param>
/// <param name="OnTargetEarnings">What is paid on target, base and incentive together.</param>
/// <param name="Lines">The lines: base pay, each measure, and a guarantee where it fills something up.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Lines"/> or an item of it is null.</exception>
public sealed record PayStatement(string PlanId, decimal OnTargetEarnings, IReadOnlyList<PayLine> Lines)
{
    /// <inheritdoc cref="PayStatement" path="/param[@name='Lines']"/>
    public IReadOnlyList<PayLine> Lines { get; } = ValueList.Of(Lines);

    /// <summary>What is paid: the sum of the lines.</summary>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal Total => DecimalOverflow.Named(
        () => Lines.Sum(line => line.Amount), "PayStatement.Total", (nameof(OnTargetEarnings), OnTargetEarnings));

    /// <summary>The statement for a person: every line with how it comes about, and the total.</summary>
    /// <param name="currency">The currency of the amounts; null where it is not named.</param>
    /// <param name="language">The language, as a BCP 47 tag; where it is not spoken, its parent language, then English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string? currency = null, string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(language);
        return SalesTeamDocuments.Of(this, currency, language);
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The plan, what is paid on target, and each line with its amount.</returns>
    public override string ToString() => Invariant($"PayStatement {{ PlanId = {PlanId}, OnTargetEarnings = {OnTargetEarnings}, ")
        + $"Lines = {string.Join(", ", Lines.Select(line => Invariant($"{line.Key} {line.Amount}")))} }}";
}
