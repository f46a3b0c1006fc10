using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The control that we have over a factor behind the customer's expectation.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》 (完全不可控因素、部分可控因素和可控因素).</remarks>
[JsonConverter(typeof(TermJsonConverter<ExpectationControl>))]
public sealed class ExpectationControl : OrderedTerm<ExpectationControl>
{
    /// <summary>Not at all; value 1.</summary>
    public static readonly ExpectationControl Uncontrollable = new(1);
    /// <summary>In part; value 2.</summary>
    public static readonly ExpectationControl PartlyControllable = new(2);
    /// <summary>We determine it ourselves; value 3.</summary>
    public static readonly ExpectationControl Controllable = new(3);

    private ExpectationControl(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: a controllable factor = 3 is the one we can do most about.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
