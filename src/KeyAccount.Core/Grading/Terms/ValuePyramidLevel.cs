using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The level of an account in the customer value pyramid: few at the top with the most value, many at the base.</summary>
/// <remarks>The pyramid is 《大客戶戰略客戶關係管理》's (客户价值金字塔), which does not name its levels; these are those of Zeithaml, Rust &amp; Lemon
/// 2001.</remarks>
[JsonConverter(typeof(TermJsonConverter<ValuePyramidLevel>))]
public sealed class ValuePyramidLevel : OrderedTerm<ValuePyramidLevel>
{
    /// <summary>The top: the most valuable accounts, heavy users, loyal, open to what is new; value 1.</summary>
    public static readonly ValuePyramidLevel Platinum = new(1);
    /// <summary>High value, but more sensitive to price and with other suppliers beside us; value 2.</summary>
    public static readonly ValuePyramidLevel Gold = new(2);
    /// <summary>They fill the capacity, but do not earn special service; value 3.</summary>
    public static readonly ValuePyramidLevel Iron = new(3);
    /// <summary>The base: they cost more than they bring; value 4.</summary>
    public static readonly ValuePyramidLevel Lead = new(4);

    private ValuePyramidLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.LowestIsBest"/>: Platinum = 1 is the top.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}
