using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The strategy for winning a customer back: how much effort to spend.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 asks for strategies by tier (针对不同等级客户的客户挽留战略) and names none: LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<WinbackStrategy>))]
public sealed class WinbackStrategy : Term<WinbackStrategy>
{
    /// <summary>Leaders in person; value 1.</summary>
    public static readonly WinbackStrategy FullEffort = new(1);
    /// <summary>Mend, prove, then ask; value 2.</summary>
    public static readonly WinbackStrategy Repair = new(2);
    /// <summary>A new offer, in exchange; value 3.</summary>
    public static readonly WinbackStrategy Offer = new(3);
    /// <summary>Stay in touch; value 4.</summary>
    public static readonly WinbackStrategy KeepWarm = new(4);
    /// <summary>Do nothing; value 5.</summary>
    public static readonly WinbackStrategy LetGo = new(5);

    private WinbackStrategy(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
