namespace KeyAccount.Core.Loyalty;

/// <summary>The facts that decide the state of a field of the white space.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record WhiteSpaceFacts
{
    /// <summary>Whether the amounts are impossible: one is negative, or the purchases from us exceed the whole wallet.</summary>
    public bool IsWrong { get; init; }

    /// <summary>Whether something prevents us from selling there.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Whether the category is one of ours: it belongs to our main business, or the customer buys it from us.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Whether the customer buys the category at all, from any supplier.</summary>
    public bool? HasDemand { get; init; }

    /// <summary>Whether the customer buys some of it from us.</summary>
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
        var judged = Judged(spend, isBlocked);
        return new()
        {
            IsWrong = judged.IsWrong,
            IsBlocked = judged.IsBlocked,
            IsOurs = judged.IsOurs,
            HasDemand = judged.HasDemand,
            IsBought = judged.IsBought,
            IsHeld = judged.IsHeld,
            HasSupplier = judged.HasSupplier,
        };
    }

    /// <summary>The facts as values, for very large numbers of fields.</summary>
    internal static (bool IsWrong, bool IsBlocked, bool IsOurs, bool? HasDemand, bool? IsBought, bool? IsHeld, bool HasSupplier) Judged(
        CategorySpend spend, bool isBlocked)
    {
        var (bought, wallet) = (spend.SpendWithUs, spend.Wallet);
        bool? isBought = bought is { } some ? some > 0 : null;
        bool? isSpent = wallet is { } all ? all > 0 : null;
        return (
            spend.IsWrong, isBlocked, spend.IsMainBusiness || isBought == true,
            isBought == true || isSpent == true ? true : wallet == 0 ? false : null,
            isBought,
            bought is { } ours && isSpent == true ? ours >= WhiteSpace.OwnFrom * wallet!.Value : null,
            !string.IsNullOrWhiteSpace(spend.Supplier));
    }
}
