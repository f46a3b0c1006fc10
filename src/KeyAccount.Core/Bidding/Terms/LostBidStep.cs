using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>A step to take after a lost bid. The order of the values is the order of the steps.</summary>
/// <remarks>《B2B 大客户开发与管理》 asks how to handle a lost bid (投标失败后的危机管理) but does not say: LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<LostBidStep>))]
public sealed class LostBidStep : Term<LostBidStep>
{
    /// <summary>Ask why; value 1.</summary>
    public static readonly LostBidStep Debrief = new(1);
    /// <summary>Object in time, if there is cause; value 2.</summary>
    public static readonly LostBidStep LegalObjection = new(2);
    /// <summary>Thank those who supported us; value 3.</summary>
    public static readonly LostBidStep KeepRelation = new(3);
    /// <summary>Look for the next lot; value 4.</summary>
    public static readonly LostBidStep NextLot = new(4);

    private LostBidStep(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
