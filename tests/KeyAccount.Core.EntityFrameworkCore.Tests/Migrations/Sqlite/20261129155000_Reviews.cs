using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KeyAccount.Core.EntityFrameworkCore.Tests.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeyAccountPlans",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyAccountPlans", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "KeyAccountReviews",
                columns: table => new
                {
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Models = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyAccountReviews", x => x.AsOf);
                });

            migrationBuilder.CreateTable(
                name: "KeyAccountStandings",
                columns: table => new
                {
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Tier = table.Column<int>(type: "INTEGER", nullable: true),
                    Risk = table.Column<int>(type: "INTEGER", nullable: true),
                    Score = table.Column<double>(type: "REAL", nullable: true),
                    AnnualPurchases = table.Column<decimal>(type: "TEXT", nullable: true),
                    AtStake = table.Column<decimal>(type: "TEXT", nullable: true),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyAccountStandings", x => new { x.AsOf, x.AccountId });
                    table.ForeignKey(
                        name: "FK_KeyAccountStandings_KeyAccountReviews_AsOf",
                        column: x => x.AsOf,
                        principalTable: "KeyAccountReviews",
                        principalColumn: "AsOf",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccountStandings_AccountId_AsOf",
                table: "KeyAccountStandings",
                columns: new[] { "AccountId", "AsOf" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeyAccountPlans");

            migrationBuilder.DropTable(
                name: "KeyAccountStandings");

            migrationBuilder.DropTable(
                name: "KeyAccountReviews");
        }
    }
}
