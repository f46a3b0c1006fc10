using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>One of the four main costs that a customer bears when it leaves.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 speaks of four main switching costs (四种主要转换成本) and names none: these four, and which facets they group, are
/// a
/// <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<MainCost>))]
public sealed class MainCost : Term<MainCost>
{
    /// <summary>Benefits and money that are lost; value 1.</summary>
    public static readonly MainCost Financial = new(1);
    /// <summary>Time and effort: evaluating, learning, setting up; value 2.</summary>
    public static readonly MainCost Procedural = new(2);
    /// <summary>What may go wrong; value 3.</summary>
    public static readonly MainCost Risk = new(3);
    /// <summary>People and a brand that are left behind; value 4.</summary>
    public static readonly MainCost Relational = new(4);

    private MainCost(int value, [CallerMemberName] string name = "") : base(name, value) { }

    internal string Key => CostFacet.KeyOf(Name);
}
