using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>Share of wallet (SOW, 钱包份额): the share of a customer's spending that goes to us.</summary>
/// <remarks>
/// <para>SOW = spend with us / total spend in the category, 0 … 1. Source: 《大客户销售技巧（客户关系管理篇）》, where the SOW of the main business is the
/// quantitative
/// indicator of loyalty.</para>
/// <para>Pure functions over decimals. A division keeps 28 significant digits; nothing else is rounded.</para>
/// </remarks>
public static class ShareOfWallet
{
    /// <summary>The share of one wallet.</summary>
    /// <param name="spendWithUs">The amount the customer buys from us; not negative, and at most <paramref name="wallet"/>.</param>
    /// <param name="wallet">The amount it buys from all suppliers, us included; not negative.</param>
    /// <returns>The share, 0 … 1; null if the wallet is 0 and the share undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, or the share of a wallet that is not 0 would be above 1: an
    /// error in the data.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static decimal? Of(decimal spendWithUs, decimal wallet)
    {
        Guard.NotNegative(spendWithUs);
        Guard.NotNegative(wallet);
        if (wallet == 0)
            return null;
        Guard.AtMost(spendWithUs, wallet);
        return DecimalOverflow.Named(
            () => spendWithUs / wallet, "ShareOfWallet.Of", (nameof(spendWithUs), spendWithUs), (nameof(wallet), wallet));
    }

    /// <summary>The share of each category and of the main business, with every error in the data named.</summary>
    /// <param name="categories">The categories, each once or once for each unit of the customer, in any order.</param>
    /// <returns>The shares. The share of the main business is the spend over the wallet of all its categories together. It is undefined
    /// without a wallet, and an error while one of its categories has an error. Where some categories are not known, the share is that of
    /// the known ones, and the range covers every spend and wallet that the others could have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="categories"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A category has no name, or two of one unit have the same.</exception>
    /// <exception cref="OverflowException">The sums do not fit a decimal; the message names the categories.</exception>
    public static WalletShares Of(IReadOnlyList<CategorySpend> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var seen = new HashSet<(string Category, string? Unit)>();
        foreach (var category in categories)
        {
            ArgumentNullException.ThrowIfNull(category, nameof(categories));
            ArgumentException.ThrowIfNullOrWhiteSpace(category.Category, nameof(categories));
            if (!seen.Add((category.Category, category.Unit)))
                throw new ArgumentException($"categories has '{category.Label}' twice; give each category once.", nameof(categories));
        }

        return DecimalOverflow.Named(
            () =>
            {
                var shares = categories.Select(OfCategory).ToArray();
                return new WalletShares(
                    shares,
                    Together(
                        [.. categories.Where(category => category.IsMainBusiness)],
                        [.. shares.Where((_, i) => categories[i].IsMainBusiness)]));
            },
            "ShareOfWallet.Of",
            (nameof(categories), ValueList.Of(categories)));
    }

    private static WalletShare OfCategory(CategorySpend category)
    {
        var (name, spend, wallet) = (category.Label, category.SpendWithUs, category.Wallet);
        if (spend < 0 || wallet < 0)
            return Result(name, ShareOfWalletOutcome.NegativeAmount, arguments: [name, spend, wallet]);
        if (spend is not { } spent || wallet is not { } all)
            return Result(name, ShareOfWalletOutcome.NotKnown, low: 0, high: spend == 0 ? 0 : 1, arguments: [name]);
        if (all == 0)
        {
            var outcome = spent == 0 ? ShareOfWalletOutcome.NoWallet : ShareOfWalletOutcome.SpendWithoutWallet;
            return Result(name, outcome, arguments: [name, spend]);
        }

        return spent > all
            ? Result(name, ShareOfWalletOutcome.SpendAboveWallet, arguments: [name, spend, wallet])
            : Result(name, ShareOfWalletOutcome.Known, spent / all, spent / all, spent / all, [name, 100 * (spent / all)]);
    }

    private static WalletShare Together(CategorySpend[] categories, WalletShare[] shares)
    {
        var whole = TextTable.Library["Loyalty.ShareOfWallet.MainBusiness"];
        var errors = shares.Where(share => share.IsDataError).Select(share => share.Category!).Order(StringComparer.Ordinal).ToArray();
        if (errors.Length > 0)
            return Result(null, ShareOfWalletOutcome.ErrorInCategory, arguments: [whole, string.Join(", ", errors)]);

        var known = categories.Where(category => category is { SpendWithUs: not null, Wallet: not null }).ToArray();
        var (spend, wallet) = (known.Sum(category => category.SpendWithUs!.Value), known.Sum(category => category.Wallet!.Value));
        var share = ShareOf(spend, wallet);
        if (known.Length == categories.Length)
        {
            return share is { } exact
                ? Result(null, ShareOfWalletOutcome.Known, exact, exact, exact, [whole, 100 * exact])
                : Result(null, ShareOfWalletOutcome.NoWallet, arguments: [whole, spend]);
        }

        // An unknown wallet is anything from the spend with us upwards. An unknown spend is anything from nothing to the wallet.
        var unknown = categories.Except(known).ToArray();
        var isOpen = Array.Exists(unknown, category => category.Wallet is null);
        var isBoundless = Array.Exists(unknown, category => category is { SpendWithUs: null, Wallet: null });
        var atMost = unknown.Sum(category => category.Wallet ?? category.SpendWithUs ?? 0);
        var low = isOpen ? 0 : ShareOf(spend, wallet + atMost) ?? 0;
        var high = isBoundless ? 1 : ShareOf(spend + atMost, wallet + atMost) ?? 0;
        return share is { } partly
            ? Result(null, ShareOfWalletOutcome.PartlyKnown, partly, low, high, [whole, 100 * partly, 100 * low, 100 * high])
            : Result(null, ShareOfWalletOutcome.NotKnown, low: low, high: high, arguments: [whole]);
    }

    private static decimal? ShareOf(decimal spend, decimal wallet) => wallet == 0 ? null : spend / wallet;

    private static WalletShare Result(
        string? category,
        ShareOfWalletOutcome outcome,
        decimal? share = null,
        decimal? low = null,
        decimal? high = null,
        object?[]? arguments = null) =>
        new(category, outcome, share, low, high, TextTable.Library[outcome switch
        {
            ShareOfWalletOutcome.Known => "Loyalty.ShareOfWallet.Known",
            ShareOfWalletOutcome.PartlyKnown => "Loyalty.ShareOfWallet.PartlyKnown",
            ShareOfWalletOutcome.NotKnown => "Loyalty.ShareOfWallet.NotKnown",
            ShareOfWalletOutcome.NoWallet => "Loyalty.ShareOfWallet.NoWallet",
            ShareOfWalletOutcome.SpendWithoutWallet => "Loyalty.ShareOfWallet.SpendWithoutWallet",
            ShareOfWalletOutcome.SpendAboveWallet => "Loyalty.ShareOfWallet.SpendAboveWallet",
            ShareOfWalletOutcome.NegativeAmount => "Loyalty.ShareOfWallet.NegativeAmount",
            _ => "Loyalty.ShareOfWallet.ErrorInCategory",
        }].With(arguments!));
}
