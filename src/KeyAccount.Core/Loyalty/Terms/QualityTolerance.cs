using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>How the customer reacts to a quality problem of ours.</summary>
/// <remarks>The indicator is 《大客户销售技巧（客户关系管理篇）》's (客户对质量问题的容忍度); its levels are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<QualityTolerance>))]
public sealed class QualityTolerance : OrderedTerm<QualityTolerance>
{
    /// <summary>After one problem it looks for another supplier; value 1.</summary>
    public static readonly QualityTolerance Low = new(1);
    /// <summary>It lets us put the problem right; value 2.</summary>
    public static readonly QualityTolerance Medium = new(2);
    /// <summary>It solves the problem together with us; value 3.</summary>
    public static readonly QualityTolerance High = new(3);

    private QualityTolerance(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
