using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>Whether an account gets what it is due.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ServiceBalance>))]
public sealed class ServiceBalance : Term<ServiceBalance>
{
    /// <summary>It gets less; value 1.</summary>
    public static readonly ServiceBalance UnderServed = new(1);
    /// <summary>It gets about what it is due; value 2.</summary>
    public static readonly ServiceBalance AsDue = new(2);
    /// <summary>It gets more; value 3.</summary>
    public static readonly ServiceBalance OverServed = new(3);

    private ServiceBalance(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
