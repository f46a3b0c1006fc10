using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>White space (空白机会): what a customer buys elsewhere, category by category and unit by unit.</summary>
/// <remarks>LibraryDefault: the source documents ask for the share of wallet and the order structure, and leave open how a field is
/// judged.</remarks>
public static class WhiteSpace
{
    /// <summary>From which share of its wallet a category is ours: four fifths. Provenance: <c>LibraryDefault</c>; a customer keeps a
    /// second supplier for about the rest.</summary>
    public const decimal OwnFrom = 0.8m;

    /// <summary>The least number of other accounts for a benchmark: 5. Provenance: <c>LibraryDefault</c>.</summary>
    public const int FewestPeers = 5;

    /// <summary>The number of them that must buy a category before their median counts as usual: 3. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int FewestBuyers = 3;

    /// <summary>The share of peers that buy a category from which it is missing at an account that does not mention it: half. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double MissingFrom = 0.5;

    /// <summary>The known facts of a category at a unit → who has it. Complete, also if facts are not known; the first rule that matches
    /// answers.</summary>
    public static DecisionTable<WhiteSpaceFacts, SpaceState> States { get; } = DecisionTable
        .For<WhiteSpaceFacts, SpaceState>("loyalty.whiteSpace")
        .Domain(f => f.IsWrong, true, false)
        .Domain(f => f.IsBlocked, true, false)
        .Domain(f => f.IsOurs, true, false)
        .Domain(f => f.HasDemand, true, false, null)
        .Domain(f => f.IsBought, true, false, null)
        .Domain(f => f.IsHeld, true, false, null)
        .Domain(f => f.HasSupplier, true, false)
        .From(Provenance.LibraryDefault("no source says who has a category; a named competitor or a block goes before what is open"))
        .Reasons(TextTable.Library, "Loyalty.WhiteSpace.Rule.")
        .Rule("wrong", f => f.IsWrong, SpaceState.Unknown)
        .Rule("blocked", f => f.IsBlocked, SpaceState.Blocked)
        .Rule("notOurs", f => !f.IsOurs, SpaceState.Blocked)
        .Rule("noDemand", f => f.HasDemand == false, SpaceState.Blocked)
        .Rule("held", f => f.IsHeld == true, SpaceState.Own)
        .Rule("competitor", f => f.HasSupplier, SpaceState.Competitor)
        .Rule("open", f => f.IsHeld == false, SpaceState.Open)
        .Rule("bought", f => f.IsBought == true, SpaceState.Own)
        .Rule("unknown", f => true, SpaceState.Unknown)
        .Build(HitPolicy.First);
}
