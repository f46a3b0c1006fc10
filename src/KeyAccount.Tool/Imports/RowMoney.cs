using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Imports;

/// <summary>What the currencies of rows mean in a portfolio.</summary>
/// <param name="head">The portfolio, whose rates say which currencies there are.</param>
/// <param name="statesCurrency">Whether amounts in the currency of the portfolio say so.</param>
internal sealed class RowMoney(Portfolio head, bool statesCurrency)
{
    /// <summary>What to do where a sign is not clear.</summary>
    public const string WayOut = "write its code, such as USD";

    private readonly Dictionary<string, string?> _codes = new(StringComparer.Ordinal);

    public string Currency => head.Currency;

    public bool StatesCurrency => statesCurrency;

    /// <summary>The code of what a row says; null for a sign that can be more than one currency.</summary>
    public string? CodeOf(string said)
    {
        if (!_codes.TryGetValue(said, out var code))
            _codes[said] = code = Found(Currencies.Named(said));
        return code;
    }

    private string? Found(string named)
    {
        if (Currencies.IsCode(named))
            return named;
        if (Currencies.CanMean(named, Currency))
            return Currency;
        string[] meant =
        [
            .. (head.Rates?.Rates ?? []).Select(rate => rate.From).Distinct(StringComparer.Ordinal)
                .Where(from => Currencies.CanMean(named, from)),
        ];
        return meant is [var only] ? only : Currencies.IsSign(named) ? null : named;
    }
}
