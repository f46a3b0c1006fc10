using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>How ready an account is for strategic cooperation.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<CooperationReadiness>))]
public sealed class CooperationReadiness : OrderedTerm<CooperationReadiness>
{
    /// <summary>Too early (时机未到); value 1.</summary>
    public static readonly CooperationReadiness NotYet = new(1);
    /// <summary>Prepare it (准备); value 2.</summary>
    public static readonly CooperationReadiness Preparing = new(2);
    /// <summary>It can begin (可以启动); value 3.</summary>
    public static readonly CooperationReadiness Ready = new(3);
    /// <summary>It runs (已在运行); value 4.</summary>
    public static readonly CooperationReadiness Running = new(4);

    private CooperationReadiness(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
