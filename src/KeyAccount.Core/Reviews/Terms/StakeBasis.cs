using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The amount of which a finding puts a share at stake.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<StakeBasis>))]
public sealed class StakeBasis : Term<StakeBasis>
{
    /// <summary>What the account buys in a year (<see cref="ReviewFacts.AnnualPurchases"/>); value 1.</summary>
    public static readonly StakeBasis AnnualPurchases = new(1);
    /// <summary>What it buys less than before, in a year (<see cref="ReviewFacts.PurchaseFall"/>); value 2.</summary>
    public static readonly StakeBasis PurchaseFall = new(2);
    /// <summary>What the contract is worth in a year, or what the account buys where that is not known
    /// (<see cref="ReviewFacts.ContractValue"/>); value 3.</summary>
    public static readonly StakeBasis ContractValue = new(3);
    /// <summary>What quotations lack to their floor (<see cref="ReviewFacts.FloorShortfall"/>); value 4.</summary>
    public static readonly StakeBasis FloorShortfall = new(4);
    /// <summary>By how much the list price of quotations is undercut (<see cref="ReviewFacts.DiscountForApproval"/>); value 5.</summary>
    public static readonly StakeBasis Discount = new(5);
    /// <summary>What quotations give for nothing in return (<see cref="ReviewFacts.PriceGivenAway"/>); value 6.</summary>
    public static readonly StakeBasis PriceGivenAway = new(6);

    private StakeBasis(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
