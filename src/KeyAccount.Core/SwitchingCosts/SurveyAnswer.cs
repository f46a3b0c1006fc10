using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>What one respondent has answered to one item.</summary>
/// <param name="Respondent">Who: any name that tells respondents apart.</param>
/// <param name="Item">The key of the item.</param>
/// <param name="Value">The point on the scale, 1 … k; null if the respondent has not answered.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SurveyAnswer(string Respondent, string Item, int? Value)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"SurveyAnswer {{ Respondent = {Respondent}, Item = {Item}, Value = {Value} }}");
}
