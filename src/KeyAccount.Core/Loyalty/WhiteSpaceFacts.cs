namespace KeyAccount.Core.Loyalty;

/// <summary>What the state of a field of the white space depends on.</summary>
/// <remarks>Immutable; equal when every fact is. Null is not known.</remarks>
public sealed record WhiteSpaceFacts
{
    /// <summary>Whether the amounts cannot be: one is negative, or what it buys from us is above the whole wallet.</summary>
    public bool IsWrong { get; init; }

    /// <summary>Whether something prevents us from selling there.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Whether the category is one of ours: it belongs to our main business, or the customer buys it from us.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Whether the customer buys anything of it, from whomever.</summary>
    public bool? HasDemand { get; init; }

    /// <summary>Whether it buys some of it from us.</summary>
    public bool? IsBought { get; init; }

    /// <summary>Whether our share of it is at least <see cref="WhiteSpace.OwnFrom"/>.</summary>
    public bool? IsHeld { get; init; }

    /// <summary>Whether a competitor is known to supply it.</summary>
    public bool HasSupplier { get; init; }

    /// <summary>The facts of a category.</summary>
    /// <param name="spend">What the customer spends in it.</param>
    /// <param name="isBlocked">Whether something prevents us from selling there.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="spend"/> is null.</exception>
    public static WhiteSpaceFacts From(CategorySpend spend, bool isBlocked)
    {
        ArgumentNullException.ThrowIfNull(spend);
        var (bought, wallet) = (spend.SpendWithUs, spend.Wallet);
        return new()
        {
            IsWrong = spend.IsWrong,
            IsBlocked = isBlocked,
            IsOurs = spend.IsMainBusiness || bought > 0,
            HasDemand = bought > 0 || wallet > 0 ? true : wallet == 0 ? false : null,
            IsBought = bought is null ? null : bought > 0,
            IsHeld = bought is { } ours && wallet > 0 ? ours / wallet.Value >= WhiteSpace.OwnFrom : null,
            HasSupplier = !string.IsNullOrWhiteSpace(spend.Supplier),
        };
    }
}
