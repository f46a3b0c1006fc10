using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Prospects;

/// <summary>A step in building a list of prospects.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 has three of them (潜在客户定位三步曲) and names none: the moves are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<TargetingMove>))]
public sealed class TargetingMove : Term<TargetingMove>
{
    /// <summary>Choose industries and regions; value 1.</summary>
    public static readonly TargetingMove ChooseSegment = new(1);
    /// <summary>Screen the list by need, positioning fit and ability to pay; value 2.</summary>
    public static readonly TargetingMove ScreenList = new(2);
    /// <summary>Rank what remains, and give each prospect an owner; value 3.</summary>
    public static readonly TargetingMove RankAndAssign = new(3);

    private TargetingMove(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
