using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The checklists of the method: what makes a key account, and what makes a potential customer.</summary>
public static class Checklists
{
    private static readonly Provenance KeyAccountTraits = Provenance.Source(SourceTitle.Training);
    private static readonly Provenance PotentialTraits = Provenance.Source(SourceTitle.Selling);

    /// <summary>What makes a key account: five traits, all needed; purchases in CNY. Source: 《开发大客户培训课件》.</summary>
    public static Checklist<KeyAccountFacts> KeyAccount { get; } = KeyAccountFrom(AccountValue.KeyAccountPurchases);

    /// <summary>What makes a potential customer: need, positioning fit, ability to pay; all needed. Source: 《大客户销售技巧（客户关系管理篇）》.</summary>
    public static Checklist<PotentialCustomerFacts> PotentialCustomer { get; } = new(
        "potentialCustomer",
        [
            Trait<PotentialCustomerFacts>("need", facts => facts.Need, PotentialTraits),
            Trait<PotentialCustomerFacts>("positioningFit", facts => facts.PositioningFit, PotentialTraits),
            Trait<PotentialCustomerFacts>("abilityToPay", facts => facts.AbilityToPay, PotentialTraits),
        ]);

    /// <summary>What makes a good key account (优质的大客户): a well-known brand, large orders, stable demand, assured credit; all needed.
    /// Source: 《大客户销售技巧（客户关系管理篇）》.</summary>
    public static Checklist<GoodKeyAccountFacts> GoodKeyAccount { get; } = new(
        "goodKeyAccount",
        [
            Trait<GoodKeyAccountFacts>("knownBrand", facts => facts.KnownBrand, PotentialTraits),
            Trait<GoodKeyAccountFacts>("largeOrders", facts => facts.LargeOrders, PotentialTraits),
            Trait<GoodKeyAccountFacts>("stableDemand", facts => facts.StableDemand, PotentialTraits),
            Trait<GoodKeyAccountFacts>("assuredCredit", facts => facts.AssuredCredit, PotentialTraits),
        ]);

    /// <summary>What makes a key account, in another currency or with fewer traits needed.</summary>
    /// <param name="annualPurchases">The yearly purchases that must be exceeded, in the currency of the facts; positive.</param>
    /// <param name="needed">How many of the five traits must be met, 1 … 5; null for all, as 《开发大客户培训课件》 has it.</param>
    /// <returns>The checklist.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Checklist<KeyAccountFacts> KeyAccountFrom(decimal annualPurchases, int? needed = null)
    {
        Guard.Above(annualPurchases, 0);
        return new(
            "keyAccount",
            [
                Trait<KeyAccountFacts>(
                    "annualPurchases",
                    facts => facts.AnnualPurchases is { } bought
                        ? new(
                            bought > annualPurchases,
                            TextTable.Library["Grading.Checklists.annualPurchases.Evidence"].With(bought, annualPurchases))
                        : null,
                    KeyAccountTraits),
                Trait<KeyAccountFacts>("complexDecisionChain", facts => facts.ComplexDecisionChain, KeyAccountTraits),
                Trait<KeyAccountFacts>("specialisedDemand", facts => facts.SpecialisedDemand, KeyAccountTraits),
                Trait<KeyAccountFacts>("longTermValue", facts => facts.LongTermValue, KeyAccountTraits),
                Trait<KeyAccountFacts>("industryInfluence", facts => facts.IndustryInfluence, KeyAccountTraits),
            ],
            needed);
    }

    private static Trait<TFacts> Trait<TFacts>(string key, Func<TFacts, TraitEvidence?> evidence, Provenance provenance) => new(
        key, TextTable.Library[$"Grading.Checklists.{key}"], TextTable.Library[$"Grading.Checklists.{key}.Question"], evidence, provenance);
}
