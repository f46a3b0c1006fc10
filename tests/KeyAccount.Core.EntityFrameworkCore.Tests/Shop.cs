using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>A user's own database, on any provider.</summary>
internal sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Client> Clients => Set<Client>();

    /// <summary>PostgreSQL without a server: good for asking what would be sent to one.</summary>
    public static Shop OnPostgres() => new(new DbContextOptionsBuilder<Shop>().UseNpgsql("Host=nowhere").Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var client = modelBuilder.Entity<Client>();
        client.OwnsOne(each => each.Collected);
        client.OwnsOne(each => each.Contact).Property(each => each.Mood)
            .HasConversion(new ValueConverter<Mood?, string>(mood => mood!.Name, name => Mood.FromName(name, false)));
    }

    // A term is stored by its value; that of a contact by its name.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Mood>().HaveConversion<MoodByValue>();

    private sealed class MoodByValue() : ValueConverter<Mood, int>(mood => mood.Value, value => Mood.FromValue(value));
}
